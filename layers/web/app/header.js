// The headline over the map: what one sees here, with every figure taken from the data.
import { el } from "../base/index.js";
import { pageButton, pictureButton, shareButton } from "../out/index.js";
import { HEADLINE, standfirst } from "../rules/index.js";
import { savedNote } from "./saved.js";

export function header(view) {
  const pane = view.panes.header;
  const share = shareButton(view);
  // A saved page is saved anew by the browser itself.
  const saving = [pictureButton(view), ...(view.saved ? [] : [pageButton(view)])];
  share.node.append(...saving.map(({ node }) => node));
  pane.append(el("h1", "atlas-headline", HEADLINE),
    el("p", "atlas-standfirst", standfirst(view.atlas)), share.node);
  if (view.saved) pane.append(savedNote(view));
  return () => {
    share.destroy();
    for (const one of saving) one.destroy();
    pane.replaceChildren();
  };
}
