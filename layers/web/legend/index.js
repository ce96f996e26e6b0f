// The key of the map.
export { legend } from "./legend.js";
export { importedKeyParts, keyNotes, keyParts } from "./rows.js";
