// What Streamlit is given: it brings the map's code, drawing and base map, all at once, and mounts it.
const A = (globalThis.CorridorAtlas ??= /** @type {typeof CorridorAtlas} */ ({}));
const waiting = new WeakMap();

// Text as a module; no eval, so a page needs no 'unsafe-eval'.
A.moduleOf = async function (text) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  try {
    return await import(url);
  } finally {
    URL.revokeObjectURL(url);
  }
};

// This code has no address of its own to start from, so the page's is put before the others.
const whole = (address) => new URL(address, document.baseURI).href;

const files = new Map();

async function asked(address) {
  // The name says the content, so what the browser keeps is never out of date.
  const answer = await fetch(whole(address), { cache: "force-cache" });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  if (!answer.body) throw new Error(`${address} answered nothing`);
  return new Response(answer.body.pipeThrough(new DecompressionStream("gzip")));
}

const json = async (address) => (await asked(address)).json();

// The JSON behind an address, or what came in its place where the server can write no files.
function ahead(source) {
  if (!files.has(source)) {
    const answer = typeof source === "string" ? json(source) : Promise.resolve(source);
    answer.catch(() => files.delete(source));
    files.set(source, answer);
  }
  return files.get(source);
}

A.taken = function (source) {
  const answer = ahead(source);
  files.delete(source);
  return answer;
};

// Folium's script as a function that takes Leaflet, imported once for a dataset.
A.modules ??= {};
A.drawing = function (hash, script) {
  A.modules[hash] ??= A.moduleOf(`export default function (L) {\n${script}\n}\n`);
  A.modules[hash].catch(() => delete A.modules[hash]);
  return A.modules[hash];
};

// Once for each version of the code; after a failure it is asked for anew.
const imported = async ({ address, text }) =>
  A.moduleOf(address ? await (await asked(address)).text() : text);

/** @returns {import("../types.js").LoadedCode} */
function code({ name, address, text }) {
  const held = A.code;
  if (held && held.name === name) return held;
  const ready = imported({ address, text });
  const loaded = { name, ready, stands: false };
  A.code = loaded;
  ready.then(() => { loaded.stands = true; }, () => { if (A.code === loaded) A.code = null; });
  return loaded;
}

const said = (parent) => parent.querySelector(":scope > .atlas-failed");

function failed({ data, parentElement: parent, setStateValue }, error) {
  console.error(error);
  // Table and downloads wait for a report, and are there without a map too.
  setStateValue("query", data.initial.query);
  said(parent)?.remove();
  const note = document.createElement("p");
  note.className = "atlas-failed";
  note.setAttribute("role", "alert");
  note.textContent = "The map could not be loaded. Reload the page; if it stays so, the " +
    "browser's console says why.";
  parent.append(note);
  return () => note.remove();
}

// Streamlit keeps the cleanup of the last call only, so each one ends what any of them began.
export default function mount(given) {
  const { parentElement: parent } = given;
  // Streamlit hands it over as one text, a saved page as it is.
  const data = given.data.text ? JSON.parse(given.data.text) : given.data;
  const component = { ...given, data };
  const loaded = code(data.code);
  const before = waiting.get(parent);
  const now = { component, end: before?.end };
  waiting.set(parent, now);
  if (loaded.stands) now.end = A.mount(component);
  else {
    // Whoever takes them hears of a failure; nobody else need.
    ahead(data.drawing).then(({ script }) => A.drawing(data.hash, script)).catch(() => {});
    ahead(data.assets.basemap).catch(() => {});
    loaded.ready.then(() => {
      if (waiting.get(parent) !== now) return;
      said(parent)?.remove();
      now.end = A.mount(component);
    }, (error) => {
      if (waiting.get(parent) === now) now.end = failed(component, error);
    });
  }
  return () => {
    waiting.delete(parent);
    now.end?.();
  };
}
