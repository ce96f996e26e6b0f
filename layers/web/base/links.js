// Addresses from data: only http and https become links.

/**
 * Only http and https become links; anything else stays text.
 * @param {string | null | undefined} url
 * @returns {string | null}
 */
export function httpUrl(url) {
  try {
    const parsed = new URL(url ?? "");
    return parsed.protocol === "http:" || parsed.protocol === "https:" ? parsed.href : null;
  } catch {
    return null;
  }
}
