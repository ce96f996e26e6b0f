// Which branches and functions of our scripts ran, of what Chromium and Node counted in them.
//
// node covered.cjs FOLDER ROOT SOURCE...: the folder that tests/covered/pages.py wrote, and the
// sources by their paths in a checkout. The branches are those of the sources, as Istanbul counts
// them: the same ones, however the sources were joined or bundled to what ran. Prints JSON.
const { existsSync, readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const { pathToFileURL } = require("node:url");
const { gunzipSync } = require("node:zlib");
const { branchesOf } = require("./covered-branches.cjs");
const { layout } = require("./covered-layout.cjs");
const { countsAt } = require("./covered-counts.cjs");

const [folder, root, ...names] = process.argv.slice(2);
const sources = new Map(names.map((name) => {
  const text = readFileSync(join(root, name), "utf8");
  return [name, { name, text, items: branchesOf(text, name) }];
}));

// What is asked of a script: an item of a source and the place in the script where it is counted.
const asked = new Map();

function askedOf(key, text) {
  if (!asked.has(key)) {
    const questions = [];
    for (const { source, placed } of layout(text, sources)) {
      for (const item of source.items) {
        for (const part of item.parts) {
          const at = placed(part);
          if (at === null) continue;
          part.isPlaced = true;
          questions.push({ part, at });
        }
      }
    }
    asked.set(key, questions.sort((a, b) => a.at - b.at));
  }
  return asked.get(key);
}

function add(key, text, functions) {
  const questions = askedOf(key, text);
  const counts = countsAt(functions, questions.map(({ at }) => at));
  questions.forEach(({ part }, index) => { part.count += counts[index]; });
}

const texts = new Map();
const textOf = (hash) => {
  if (!texts.has(hash)) texts.set(hash, readFileSync(join(folder, `${hash}.js`), "utf8"));
  return texts.get(hash);
};

let [takes, lost] = [0, 0];
for (const file of readdirSync(folder)) {
  if (file.endsWith(".lost")) lost += Number(readFileSync(join(folder, file), "utf8"));
  if (!file.endsWith(".jsonl.gz")) continue;
  const lines = gunzipSync(readFileSync(join(folder, file))).toString();
  for (const line of lines.split("\n")) {
    if (!line) continue;
    const { text, functions } = JSON.parse(line);
    add(text, textOf(text), functions);
    takes += 1;
  }
}

// Tests that run sources in Node itself.
const inNode = join(folder, "node");
const addresses = new Map([...sources.values()]
  .map((source) => [pathToFileURL(join(root, source.name)).href, source]));
for (const file of existsSync(inNode) ? readdirSync(inNode) : []) {
  for (const { url, functions } of JSON.parse(readFileSync(join(inNode, file), "utf8")).result) {
    const source = addresses.get(url);
    if (source) add(url, source.text, functions);
  }
}

const found = {};
for (const { name, items } of sources.values()) {
  const isPlaced = (item) => item.parts.every((part) => part.isPlaced);
  const sum = { branches: [0, 0], functions: [0, 0], folded: 0, missed: [] };
  for (const item of items) {
    const [first, second] = item.parts;
    // Where the bundler made one expression of a branch, as `!!a` of `a ? true : false`, no place
    // is left to be counted; what it left out whole was never run.
    const isAroundPlaced = item.within ? isPlaced(item.within) : items.some(isPlaced);
    if (item.kind !== "function" && !isPlaced(item) && isAroundPlaced) {
      sum.folded += 1;
      continue;
    }
    // An `else` that is not written ran as often as its `if` did without what follows it.
    const isCovered = (second ? first.count - second.count : first.count) > 0;
    const tally = item.kind === "function" ? sum.functions : sum.branches;
    tally[0] += Number(isCovered);
    tally[1] += 1;
    if (!isCovered) sum.missed.push(`${item.line} ${item.kind}`);
  }
  found[name] = sum;
}
process.stdout.write(JSON.stringify({ takes, lost, files: found }));
