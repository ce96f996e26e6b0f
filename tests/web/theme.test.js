// Light or dark, as the page around the map is, and what a colour by name is then.
import assert from "node:assert/strict";
import { test } from "node:test";
import { followTheme, openLease, paints, themeColor } from "./modules.js";

// A page that says its colour, on a system that says whether it is dark; both can change.
function standing(t, { background = "", isDarkSystem = false, isInApp = true }) {
  const page = { isWatched: false, changed: null, what: null };
  const system = Object.assign(new EventTarget(), { matches: isDarkSystem });
  const root = Object.assign(new EventTarget(), { dataset: {} });
  const parent = { colors: { "--st-background-color": background }, closest: (name) => (isInApp ? name : null) };
  Object.assign(globalThis, {
    getComputedStyle: ({ colors }) => ({ getPropertyValue: (name) => colors[name] ?? "" }),
    matchMedia: (query) => (query === "(prefers-color-scheme: dark)" ? system : null),
    MutationObserver: class {
      constructor(heard) { page.changed = heard; }
      observe(node, { attributeFilter }) { Object.assign(page, { isWatched: true, what: [node, ...attributeFilter] }); }
      disconnect() { page.isWatched = false; }
    },
  });
  t.after(() => {
    for (const name of ["getComputedStyle", "matchMedia", "MutationObserver"]) delete globalThis[name];
  });
  const heard = [];
  root.addEventListener("atlas-theme", () => heard.push(root.dataset.theme));
  const lease = openLease();
  followTheme(root, parent, lease);
  return { page, system, root, parent, heard, lease };
}

test("the theme is that of the page's colour, dark below the middle, whatever the system's", (t) => {
  for (const [background, theme] of [["#ffffff", "light"], ["#000000", "dark"], [" #0E1117 ", "dark"],
    // Each channel alone, as bright as it looks.
    ["#ff0000", "dark"], ["#00ff00", "light"], ["#0000ff", "dark"], ["#7f7f7f", "dark"], ["#808080", "light"],
    ["#008000", "dark"], ["#00b300", "light"], ["#ff6600", "dark"], ["#ff6700", "light"], ["#ff0066", "dark"], ["#00a000", "dark"], ["#00a0ff", "light"]]) {
    for (const isDarkSystem of [true, false]) {
      assert.equal(standing(t, { background, isDarkSystem }).root.dataset.theme, theme, background);
    }
  }
});

test("where the page says no colour it is the system's", (t) => {
  for (const background of ["", "white"]) {
    assert.equal(standing(t, { background }).root.dataset.theme, "light");
    assert.equal(standing(t, { background, isDarkSystem: true }).root.dataset.theme, "dark");
  }
});

test("it follows page and system as they change, says so once, and no longer than it is wanted", (t) => {
  const { page, system, root, parent, heard, lease } = standing(t, { background: "#ffffff" });
  assert.deepEqual(page.what, [".stApp", "class"]);
  assert.deepEqual(heard, ["light"]);
  parent.colors["--st-background-color"] = "#000000";
  page.changed();
  page.changed();
  assert.deepEqual(heard, ["light", "dark"]);
  parent.colors["--st-background-color"] = "";
  system.dispatchEvent(new Event("change"));
  assert.deepEqual(heard, ["light", "dark", "light"]);
  lease.end();
  assert.ok(!page.isWatched);
  system.matches = true;
  system.dispatchEvent(new Event("change"));
  assert.equal(root.dataset.theme, "light");
});

test("a page without the app has nothing but the system to follow", (t) => {
  const { page, system, root } = standing(t, { isInApp: false });
  assert.ok(!page.isWatched);
  system.matches = true;
  system.dispatchEvent(new Event("change"));
  assert.equal(root.dataset.theme, "dark");
});

test("a colour by name is looked up where it is used, once, and any other is itself", (t) => {
  const asked = [];
  const colors = { "--atlas-paper": " #fefefe ", "--atlas-mark-line": "#010101" };
  globalThis.getComputedStyle = (element) => ({ getPropertyValue(name) {
    asked.push(name);
    return element.colors[name];
  } });
  t.after(() => delete globalThis.getComputedStyle);
  const paint = paints({ colors });
  assert.deepEqual(["paper", "mark-line", "paper"].map((name) => paint(themeColor(name))),
    ["#fefefe", "#010101", "#fefefe"]);
  assert.deepEqual(["#123456", "rgb(1, 2, 3)", "var(--other)"].map(paint), ["#123456", "rgb(1, 2, 3)", "var(--other)"]);
  assert.deepEqual(asked, ["--atlas-paper", "--atlas-mark-line"]);
});
