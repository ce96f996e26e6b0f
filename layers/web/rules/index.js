// What is true of events and selections: one answer for one question, nothing of the page.
export {
  actingLeaves, actorLabel, actorOf, howMuchOn, isSideOn, leavesOf, leavesOn, onlyActor, onlySide,
  turnActor, turnSide,
} from "./actor-switches.js";
export { prepare } from "./atlas.js";
export { countPieces, countText, heldText, importedText, isDated, tallyShown } from "./count.js";
export { csv } from "./csv.js";
export {
  filterNames, importedSets, inColumns, inLists, inWords, setNames, usedValues, valuesOf,
} from "./facets.js";
export { consonants, findableName, findables, foldedWords, isFound, soughtWords, tidy } from "./find.js";
export {
  POINT_NONE, POINT_POSSIBLE, allowedCombinations, pointsBetween, pointsOn, selectPoints, stepPoints,
} from "./imported-select.js";
export {
  eventHome, isMarked, isNarrow, isPlanned, isStatement, markAt, markPlace, markState, statementsOn,
} from "./marked.js";
export { mattering } from "./matters.js";
export { NAMES_USUAL, isNames, nameChoice, placeNames, writeName } from "./names.js";
export { FIRST_OPEN, LAST_OPEN, pointLatLng } from "./packed.js";
export {
  isAnyOn, isPartOn, isRole, itself, mixedSide, partsOn, rolesOf, switchesOf, tellsRole,
} from "./parts.js";
export { boxAround, boxesMeet, dotHalf_px, roomAmong } from "./placing.js";
export { renewed } from "./renamed.js";
export {
  emptyState, isByReport, isKnown, isReported, layerOn, matchSpan, onIn, routeOn, select, tellingArticles, turned,
} from "./select.js";
export { COURSES, hasShifted, shiftOn } from "./shift.js";
export { markScale, spreadNow, spreadPlan } from "./spread.js";
export { orderHappened, storyChoices, storyOf, storyPlace } from "./stories.js";
export { isEventAt, partsByRole, routeLength, routeWhen, statedValue, unmarkedText } from "./thing-words.js";
export { binText, countBins, timeBins } from "./time-bins.js";
export { inTime, timeKey } from "./time-order.js";
export { LONG_SPAN_DAYS, drawnDays, timeClusters, timeScale, unveiled } from "./time-scale.js";
export { trayLists, trayTitles } from "./tray.js";
export { daysShown, eventTimeText, reachedStops, stopText, whenText } from "./when.js";
export {
  HEADLINE, actorSideText, areaOf, backingText, daysText, distanceText, passageText, publishedText,
  sentence, sideText, standfirst, standingText, unsureOf,
} from "./wording.js";
