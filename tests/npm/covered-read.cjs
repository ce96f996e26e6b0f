// What tests/covered/pages.py wrote into a folder, and the bundles that tests/covered built there.
const { createReadStream, existsSync, readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const { createInterface } = require("node:readline");
const { createGunzip } = require("node:zlib");

const listed = (path) => existsSync(path) ? readdirSync(path).map((name) => join(path, name)) : [];
const read = (path) => readFileSync(path, "utf8");

/** @returns {{ text: string, map: object }[]} */
const bundlesIn = (folder) => listed(join(folder, "bundles")).map((path) => JSON.parse(read(path)));

/** Hands over each line of each file of counts. */
async function eachLine(folder, take) {
  for (const path of listed(folder).filter((name) => name.endsWith(".jsonl.gz"))) {
    const input = createReadStream(path).pipe(createGunzip());
    for await (const line of createInterface({ input })) take(JSON.parse(line));
  }
}

module.exports = { bundlesIn, eachLine, listed, read };
