// The key of the map.
export { legend } from "./legend.js";
export { KEY_NOTES, importedKeyParts, keyParts } from "./rows.js";
