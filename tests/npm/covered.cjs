// Which branches and functions of our scripts ran, of what Chromium and Node counted in them.
//
// node covered.cjs FOLDER ROOT SOURCE...: the folder that tests/covered/pages.py wrote, and the
// sources by their paths in a checkout. The branches are those of the sources, as Istanbul counts
// them: the same ones, however the sources were joined or bundled to what ran. Prints JSON.
const { join } = require("node:path");
const { pathToFileURL } = require("node:url");
const { branchesOf } = require("./covered-branches.cjs");
const { countsAt } = require("./covered-counts.cjs");
const { layout } = require("./covered-layout.cjs");
const { bundlesIn, eachLine, listed, read } = require("./covered-read.cjs");

const [folder, root, ...names] = process.argv.slice(2);

const sources = new Map(names.map((name) => {
  const text = read(join(root, name));
  return [name, { name, text, items: branchesOf(text) }];
}));
const bundles = bundlesIn(folder);

// For each way of counting an item, where its stretches stand; of the first way that has places.
function placedWay(item, placed) {
  for (const way of item.ways) {
    const places = way.map(placed);
    if (!places.every(({ length }) => length)) continue;
    const [entered, ...less] = places;
    return [[...entered, ...item.behind.flatMap(placed)], ...less];
  }
  return null;
}

// A script that ran: the items of the sources in it, and how often each of their places did.
class Script {
  constructor(text) {
    this.asked = [];
    for (const { source, placed } of layout(text, sources, bundles)) {
      for (const item of source.items) {
        const way = placedWay(item, placed);
        if (way) this.asked.push({ item, way });
      }
    }
    this.places = [...new Set(this.asked.flatMap(({ way }) => way.flat()))].sort((a, b) => a - b);
    this.counts = new Map(this.places.map((at) => [at, 0]));
  }

  add(functions) {
    const found = countsAt(functions, this.places);
    this.places.forEach((at, index) => this.counts.set(at, this.counts.get(at) + found[index]));
  }

  tell() {
    for (const { item, way } of this.asked) {
      const [entered, less] = way.map((places) =>
        Math.min(...places.map((at) => this.counts.get(at))));
      item.isPlaced = true;
      item.count += Math.max(0, entered - (less ?? 0));
    }
  }
}

const scripts = new Map();
const scriptOf = (key, text) => {
  if (!scripts.has(key)) scripts.set(key, new Script(text()));
  return scripts.get(key);
};

// What Chromium counted, page by page.
async function addPages() {
  let takes = 0;
  await eachLine(folder, ({ text, functions }) => {
    if (!functions) return;
    scriptOf(text, () => read(join(folder, `${text}.js`))).add(functions);
    takes += 1;
  });
  const lost = listed(folder).filter((path) => path.endsWith(".lost"))
    .reduce((sum, path) => sum + Number(read(path)), 0);
  return { takes, lost };
}

// Of tests that run sources, or a bundle of them, in Node itself.
function addNode() {
  const addresses = new Map([...sources.values()]
    .map(({ name, text }) => [pathToFileURL(join(root, name)).href, text]));
  for (const path of listed(join(folder, "node"))) {
    for (const { url, functions } of JSON.parse(read(path)).result) {
      if (addresses.has(url)) scriptOf(url, () => addresses.get(url)).add(functions);
    }
  }
}

function summed({ items }) {
  const sum = { branches: [0, 0], functions: [0, 0], folded: 0, missed: [] };
  for (const { kind, line, within, count, isPlaced } of items) {
    // Where the bundler made one expression of a branch, as `!!a` of `a ? true : false`, no place
    // is left to be counted. What it left out whole was never run.
    const isAroundPlaced = within ? within.isPlaced : items.some((one) => one.isPlaced);
    if (kind !== "function" && !isPlaced && isAroundPlaced) {
      sum.folded += 1;
      continue;
    }
    const tally = kind === "function" ? sum.functions : sum.branches;
    tally[0] += Number(count > 0);
    tally[1] += 1;
    if (!count) sum.missed.push(`${line} ${kind}`);
  }
  return sum;
}

async function main() {
  const pages = await addPages();
  addNode();
  for (const script of scripts.values()) script.tell();
  const files = Object.fromEntries([...sources].map(([name, source]) => [name, summed(source)]));
  process.stdout.write(JSON.stringify({ ...pages, files }));
}

main();
