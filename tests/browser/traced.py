"""What a page says, word by word, and what of it `python -m geo trace` does not list."""

from functools import cache

from geo.dataset import load_dataset
from geo.tracing.trace import trace

# [text, kind, claims] of every element of a node with text of its own; what is nested in it with a
# kind of its own is left out. Controls, samples of a sign and the axes of a drawing say nothing.
SAID = """
const apart = ".atlas-card-close, .atlas-card-steps, .atlas-key-badge";
globalThis.said = (node) => {
  const found = new Map();
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    if (!text.data.trim() || text.parentElement.closest(apart)) continue;
    const element = text.parentElement.closest("[data-kind]");
    if (!element) {
      found.set(text, [text.data, null, ""]);
      continue;
    }
    const { kind, claims } = element.dataset;
    if (kind === "ours" && element.closest("svg")) continue;
    const before = found.get(element);
    found.set(element, [(before ? before[0] : "") + text.data, kind, claims || ""]);
  }
  return [...found.values()];
};
"""


@cache
def listed() -> set[tuple[str, str, frozenset[str]]]:
    """Return text, kind and claims of every line of the committed data."""
    lines = trace(load_dataset())
    return {(line.text, line.kind, frozenset(line.claim_ids)) for line in lines}


def unlisted(said: list[list[str | None]]) -> list[tuple[str, str | None, str]]:
    """Return what was said, as ``said`` of the page gives it, and stands in no line."""
    found = {(str(text).strip(" ;\n"), kind, str(claims)) for text, kind, claims in said}
    return sorted(
        (text, kind or "nobody", claims)
        for text, kind, claims in found
        if (text, kind, frozenset(claims.split())) not in listed()
    )
