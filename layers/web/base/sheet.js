// Whether the card is a sheet over the lanes, as on a phone.

// Where host.css and card.css turn the card into a sheet, which would lie over the lanes.
const SHEET = "(max-width: 640px)";

export const cardIsSheet = () => matchMedia(SHEET).matches;
