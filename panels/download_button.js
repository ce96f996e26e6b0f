// A button that asks the server for a file and takes it once it stands at an address of its own.
const HELD = Symbol.for("corridor-atlas-download");
const MAKING = "Making the file …";
const HANDED = "The file is in your browser's downloads.";
const GONE = "The file could not be fetched. Try again.";

const made = (tag, className, more) =>
  Object.assign(document.createElement(tag), { className, ...more });

// Whoever waits for the page waits for the file too (layers/web/base/settled.js).
function waited() {
  const root = document.querySelector(".atlas");
  const pending = globalThis.CorridorAtlas?.pending;
  return root && pending ? pending(root) : () => {};
}

function say(held, text, isFault = false) {
  held.told.textContent = text;
  held.told.classList.toggle("is-fault", isFault);
}

function ask(held) {
  held.tries += 1;
  held.token = `${Date.now()}-${Math.random().toString(36).slice(2)}`;
  held.send({ token: held.token, tries: held.tries });
}

function end(held, text, isFault) {
  held.token = null;
  held.done?.();
  held.done = null;
  draw(held);
  say(held, text, isFault);
}

function draw(held) {
  const isMaking = held.token !== null;
  const { label, is_wide: isWide } = held.given;
  held.button.textContent = isMaking ? MAKING : label;
  held.button.setAttribute("aria-disabled", String(isMaking));
  held.button.classList.toggle("is-wide", isWide);
}

async function take(held, { token, address, said }) {
  if (!address) {
    end(held, said, true);
    return;
  }
  // A file may be gone again, and another server may stand at its address; a click on a link to
  // nothing would only tell the reader that there is no file.
  const whole = new URL(address, document.baseURI).href;
  const found = await fetch(whole, { method: "HEAD", cache: "no-store" }).catch(() => null);
  if (held.token !== token) return;
  if (found?.ok) {
    made("a", "", { href: whole, download: held.given.file_name }).click();
    end(held, HANDED);
  } else if (held.tries < held.given.most) ask(held);
  else end(held, GONE, true);
}

function build(parent) {
  const node = made("div", "download");
  const button = made("button", "download-button", { type: "button" });
  const told = made("div", "download-said");
  told.setAttribute("role", "status");
  node.append(button, told);
  parent.append(node);
  const held = { node, button, told, token: null, taken: null, tries: 0, done: null };
  button.addEventListener("click", () => {
    if (held.token !== null) return;
    held.tries = 0;
    held.done = waited();
    say(held, "");
    ask(held);
    draw(held);
  });
  return held;
}

// Streamlit calls this at every rerun that draws the button.
export default function mount({ data, parentElement, setStateValue }) {
  const held = (parentElement[HELD] ??= build(parentElement));
  held.given = JSON.parse(data.text);
  held.send = (asked) => setStateValue("asked", asked);
  draw(held);
  const { answer } = held.given;
  if (answer && answer.token === held.token && held.taken !== answer.token) {
    held.taken = answer.token;
    take(held, answer);
  }
  return () => {
    held.done?.();
    held.token = null;
    held.node.remove();
    delete parentElement[HELD];
  };
}
