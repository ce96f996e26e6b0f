// Which tests ran which function of our scripts, of what tests/covered/pages.py wrote.
//
// node covered-tests.cjs FOLDER ROOT SOURCE...: prints JSON, of each source
// { from, to, tests }[]: offsets of a function, and the tests that ran it. The first of them is the
// file as a whole, for what stands outside of functions.
const { join } = require("node:path");
const { branchesOf } = require("./covered-branches.cjs");
const { countsAt } = require("./covered-counts.cjs");
const { layout } = require("./covered-layout.cjs");
const { bundlesIn, eachLine, read } = require("./covered-read.cjs");

const [folder, root, ...names] = process.argv.slice(2);

const sources = new Map(names.map((name) => {
  const text = read(join(root, name));
  const functions = branchesOf(text).filter(({ kind }) => kind === "function")
    .map((item) => ({ ...item, tests: new Set(), loads: new Set() }));
  return [name, { name, text, functions, tests: new Set() }];
}));
const bundles = bundlesIn(folder);
const scripts = new Map();

// The functions that a script holds, each with a place of it.
function placesOf(text) {
  if (!scripts.has(text)) {
    const found = layout(read(join(folder, `${text}.js`)), sources, bundles)
      .flatMap(({ source, placed }) => source.functions.flatMap((item) => {
        const places = item.ways.map(([entered]) => placed(entered)).find(({ length }) => length);
        return places ? [{ source, item, at: Math.min(...places) }] : [];
      }));
    scripts.set(text, found.sort((a, b) => a.at - b.at));
  }
  return scripts.get(text);
}

async function main() {
  // What ran while a page was opened, every test sees that finds it open.
  const open = new Map();
  await eachLine(folder, (line) => {
    for (const page of line.open ?? []) {
      if (!open.has(page)) open.set(page, new Set());
      open.get(page).add(line.test);
    }
    if (!line.functions) return;
    const found = placesOf(line.text);
    const counts = countsAt(line.functions, found.map(({ at }) => at));
    found.forEach(({ source, item }, index) => {
      if (!counts[index]) return;
      item.tests.add(line.test);
      source.tests.add(line.test);
      if (line.isFirst) item.loads.add(line.page);
    });
  });
  const told = [...sources].map(([name, { text, functions, tests }]) => {
    const whole = { from: 0, to: text.length, tests: [...tests] };
    const own = functions.map(({ from, to, tests: ran, loads }) => {
      const seen = [...loads].flatMap((page) => [...open.get(page) ?? []]);
      return { from, to, tests: [...ran, ...seen.filter((test) => !ran.has(test))] };
    });
    return [name, [whole, ...own].map((one) => ({ ...one, tests: [...new Set(one.tests)] }))];
  });
  process.stdout.write(JSON.stringify(Object.fromEntries(told)));
}

main();
