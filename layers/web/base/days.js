// Days as whole numbers since 1970-01-01, and their words.

const DAY_MS = 86400000;
export const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August",
  "September", "October", "November", "December"];

// ISO day to whole days since 1970-01-01, null for nothing stated.
export function dayNumber(iso) {
  if (!iso) return null;
  const [year, month, day] = iso.split("-").map(Number);
  return Math.round(new Date(0).setUTCFullYear(year, month - 1, day) / DAY_MS);
}

/**
 * @overload
 * @param {number} day
 * @returns {string}
 */
/**
 * @overload
 * @param {number | null} day
 * @returns {string | null}
 */
/** @param {number | null} day */
export function isoDay(day) {
  return day === null ? null : new Date(day * DAY_MS).toISOString().slice(0, 10);
}

// "18 May 2017", the form used everywhere on the page.
export function dayText(iso) {
  if (!iso) return "";
  const [year, month, day] = iso.split("-").map(Number);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

// The reader's own day, ISO.
export function today() {
  const now = new Date();
  return isoDay(Math.floor((now.getTime() - now.getTimezoneOffset() * 60000) / DAY_MS));
}

const DAYS_PER_MONTH = 30.44;
const SHORT_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov",
  "Dec"];

// "8 weeks", "3½ years": how long a folded break lasts.
export function durationText(days) {
  const months = Math.round(days / DAYS_PER_MONTH);
  if (days < 60) return `${Math.round(days / 7)} weeks`;
  if (months < 24) return `${months} months`;
  const halves = Math.round(months / 6);
  return `${Math.floor(halves / 2)}${halves % 2 ? "½" : ""} years`;
}

// "18 May", with the year on request: the short form for ticks and lane labels.
export function shortDay(day, withYear) {
  const [year, month, date] = isoDay(day).split("-").map(Number);
  return `${date} ${SHORT_MONTHS[month - 1]}${withYear ? ` ${year}` : ""}`;
}
