// The bytes of a file that the server packed.

// A file's bytes, from its address or, where the server could write none, from the text itself;
// a saved page unpacks them.
export async function pointBytes(address, inline) {
  if (typeof inline === "function") return inline();
  if (inline) return Uint8Array.from(atob(inline), (one) => one.charCodeAt(0)).buffer;
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`the imported events answered ${answer.status}`);
  return answer.arrayBuffer();
}
