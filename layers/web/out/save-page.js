// Save page: the map as it is seen now as one HTML file, put together from what this page was made of.
import { pointBytes, saveButton, today } from "../base/index.js";
import { pictureName } from "./picture.js";
import { seenAddress } from "./share.js";

// The twin of layers/page/saved_page.py, which writes the same file on the command line.
const PARTS = "<!-- parts -->";
const ESCAPED = /[<\u2028\u2029]/g;
// Of imported events, before they are packed: more than this would make a file too large to send.
const MOST_POINT_BYTES = 25e6;
const POINT_FILES = ["events", "texts", "search"];
const FAILED = "The page could not be saved. Reload this one and try again.";
const HINT = "This map as one HTML file: opens from disk, without a network";

async function fetched(address) {
  const answer = await fetch(address, { cache: "force-cache" });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer;
}

const zipped = (content) =>
  new Response(new Blob([content]).stream().pipeThrough(new CompressionStream("gzip"))).blob();

async function unpackedText(address) {
  const packed = await (await fetched(address)).blob();
  return new Response(packed.stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

function base64(blob) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => {
      const address = String(reader.result);
      done(address.slice(address.indexOf(",") + 1));
    };
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(blob);
  });
}

// From an address, where it lies packed, or from the thing itself, where none could be written.
async function packed(source) {
  if (typeof source === "string") return base64(await (await fetched(source)).blob());
  return base64(await zipped(source.text ?? JSON.stringify(source)));
}

async function picture(source) {
  if (!source) return "";
  return source.startsWith("data:") ? source.slice(source.indexOf(",") + 1)
    : base64(await (await fetched(source)).blob());
}

// {events, texts, search} as buffers; null where they are too large to go along.
async function pointFiles(given) {
  const files = {};
  let room = MOST_POINT_BYTES;
  for (const name of POINT_FILES) {
    const inline = given[`${name}_inline`];
    const answer = inline ? null : await fetched(given[name]);
    const length = answer ? Number(answer.headers.get("content-length")) : 0.75 * inline.length;
    if (length > room) {
      await answer?.body?.cancel();
      return null;
    }
    files[name] = answer ? await answer.arrayBuffer() : await pointBytes(null, inline);
    room -= files[name].byteLength;
    if (room < 0) return null;
  }
  return files;
}

async function addPoints(parts, start, { given, set }) {
  const files = await pointFiles(given);
  if (!files) {
    start.left_out = { label: set.label, count: set.count };
    return;
  }
  start.points = { id: given.id, label: given.label };
  for (const name of POINT_FILES) parts[`points-${name}`] = await base64(await zipped(files[name]));
}

const element = (name, kind, text) => `<script type="${kind}" id="atlas-${name}">${text}<\/script>\n`;

function startText(start) {
  return JSON.stringify(start).replace(ESCAPED,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

// The text of the page. What is seen is taken down first, whatever is clicked while it is made.
export async function makePage(view) {
  const { sources, atlas, points } = view;
  const start = { query: seenAddress(view), saved_on: today(), data: atlas.version,
    only_selected: false, points: null, left_out: null };
  const { page, code, drawing, basemap, relief } = sources;
  const parts = { code: await packed(code.address ?? code), drawing: await packed(drawing),
    basemap: await packed(basemap), relief: await picture(relief) };
  if (points.set) await addPoints(parts, start, points);
  const shell = page.text ?? await unpackedText(page.address);
  const [before, after] = shell.split(PARTS);
  const elements = Object.entries(parts).map(([name, text]) => element(name, "text/plain", text));
  return [before, ...elements, element("start", "application/json", startText(start)), after].join("");
}

export const pageButton = (view) => saveButton({ root: view.root, className: "atlas-page", what: "page", hint: HINT,
  failed: FAILED,
  async make() {
    const name = pictureName(view).replace(/png$/, "html");
    const blob = new Blob([await makePage(view)], { type: "text/html" });
    return { blob, name, said: "Page saved" };
  } });
