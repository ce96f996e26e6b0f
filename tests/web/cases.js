// The cases of tests/twins for node:test, and what they are asked of: payloads that
// tests/web/test_node.py writes before node begins.
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { emptyState, prepare } from "./modules.js";

const FOLDER = new URL("../twins/", import.meta.url);

const read = (address) => JSON.parse(readFileSync(address, "utf8"));

export const given = (name) => read(`${process.env.TWINS_GIVEN}/${name}.json`);
export const subject = (name) => read(new URL(`${name}.json`, FOLDER));

const atlases = new Map();

// The payload written under one of these names, the first that is there, ready to be asked.
function atlasNamed(...names) {
  const name = names.find((one) => existsSync(`${process.env.TWINS_GIVEN}/${one}.json`));
  if (!atlases.has(name)) atlases.set(name, prepare(given(name)));
  return atlases.get(name);
}

// One test for each case of a list: `ask` gets the case and its atlas, and asserts.
export const each = function (name, asked, ask) {
  subject(name)[asked].forEach((one, index) => test(`${name}, ${asked}: ${one.why}`, () =>
    ask(one, atlasNamed(`${name}-${asked}-${index}`, name, "small"))));
};

export const fiveArticles = () => atlasNamed("five-articles");

// The filters are the same whatever the data.
export const stateOf = (chosen) => Object.assign(emptyState(atlasNamed("five-articles", "small")), chosen);

// The trace of a sentence as a page has it: its kind and the ids of all claims it rests on.
export const sourceOf = ({ kind, claims }) => [kind, claims].filter(Boolean).join(" ");
