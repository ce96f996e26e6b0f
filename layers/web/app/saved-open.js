// The last lines of a saved page, after the loader's: what lies packed in the file is unpacked and
// mounted as the app does it. There is no server to report to.
/* global mount -- of the loader */
const node = (name) => /** @type {HTMLElement} */ (document.getElementById(`atlas-${name}`));
const part = (name) => node(name).textContent;
const unpacked = (name) => new Response(new Blob([Uint8Array.from(atob(part(name)),
  (one) => one.charCodeAt(0))]).stream().pipeThrough(new DecompressionStream("gzip")));

async function open() {
  const saved = { ...JSON.parse(part("start")), font_licence: part("font-licence") };
  const [text, drawing, basemap] = await Promise.all([unpacked("code").text(),
    unpacked("drawing").json(), unpacked("basemap").json()]);
  const points = saved.points && { ...saved.points };
  for (const name of points ? ["events", "texts", "search"] : []) {
    points[`${name}_inline`] = () => unpacked(`points-${name}`).arrayBuffer();
  }
  const relief = part("relief") && `data:image/webp;base64,${part("relief")}`;
  const data = { key: "saved", hash: saved.data, code: { name: "saved", text }, drawing,
    assets: { basemap, relief }, points, saved, initial: { query: saved.query } };
  node("opening").remove();
  mount({ data, parentElement: node("page"), setStateValue() {} });
}

open().catch((error) => {
  console.error(error);
  node("opening").textContent = "The map could not be opened. It needs a " +
    "browser of 2023 or newer, and the whole file.";
});
