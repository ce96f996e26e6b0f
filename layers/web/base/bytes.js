// The bytes of a file that the server packed.
/** @import { Address } from "./payload.js" */

/**
 * A file's bytes, from its address or, where the server could write none, from the text itself;
 * a saved page unpacks them.
 * @param {Address | null | undefined} address
 * @param {string | (() => ArrayBuffer | Promise<ArrayBuffer>)} [inline]
 * @returns {Promise<ArrayBuffer>}
 */
export async function pointBytes(address, inline) {
  if (typeof inline === "function") return inline();
  if (inline) return Uint8Array.from(atob(inline), (one) => one.charCodeAt(0)).buffer;
  const answer = await fetch(/** @type {Address} */ (address));
  if (!answer.ok) throw new Error(`the imported events answered ${answer.status}`);
  return answer.arrayBuffer();
}
