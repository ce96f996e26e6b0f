// Everything that the two checkers say of the files named, as JSON: [[file, checker, message], ...].
const { readFileSync } = require("node:fs");
const { hint } = require("@mapbox/geojsonhint");
const { getIssues } = require("@placemarkio/check-geojson");

const said = [];
for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, "utf8");
  for (const one of hint(text, { precisionWarning: true })) said.push([file, "geojsonhint", one.message]);
  for (const one of getIssues(text)) said.push([file, "check-geojson", one.message]);
}
process.stdout.write(JSON.stringify(said));
