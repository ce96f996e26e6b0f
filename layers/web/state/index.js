// The one state, its address, and what tells it something new.
export { fromAddress, hashAddress, queryAddress, toAddress, toQuery } from "./address.js";
export {
  aboutOpener, articleLink, cardFollower, cardFollowers, cardPatches, eventOpener, mentionList,
  opener, routeOpener, sideChip, whenLine,
} from "./card-links.js";
export { markIcon } from "./mark-icon.js";
export { cardWidth_px, dropOwnMove, endOwnMove, moveToStop, panBy } from "./moves.js";
export { fitState, openStore } from "./store.js";
export { shiftFacts, shiftTitle, stretchList, zoneFacts } from "./thing-facts.js";
