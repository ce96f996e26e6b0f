// The browser's rules as tests ask for them: this file alone knows in which modules they stand.
export { openThings, switches } from "../../layers/web/app/board.js";
export { dayNumber, dayText, isoDay } from "../../layers/web/base/days.js";
export { pinCorners } from "../../layers/web/base/pin-icon.js";
export { plateCorners } from "../../layers/web/base/plates.js";
export { roveTo } from "../../layers/web/base/roving.js";
export { openLease } from "../../layers/web/base/lease.js";
export { traced } from "../../layers/web/base/provenance.js";
export { during, pending } from "../../layers/web/base/settled.js";
export { followTheme, paints, themeColor } from "../../layers/web/base/theme.js";
export { readPoints } from "../../layers/web/imported/data.js";
export {
  actingLeaves, howMuchOn, isSideOn, leavesOf, leavesOn, onlyActor, onlySide, turnActor, turnSide,
} from "../../layers/web/rules/actor-switches.js";
export { pointGather, shortCount } from "../../layers/web/imported/gather.js";
export { forWidth, pixels } from "../../layers/web/imported/sprites.js";
export { switchOf } from "../../layers/web/legend/rows.js";
export { labelSpots } from "../../layers/web/map/label-spots.js";
export { pictureName, ratioFor } from "../../layers/web/out/picture.js";
export { scaleBar } from "../../layers/web/out/picture-sheet.js";
export { pictureCount, pictureWords } from "../../layers/web/out/picture-words.js";
export { isSeenThrough, shadowsOf } from "../../layers/web/out/picture-surface.js";
export { baseline, fontOf, haloOf, paintText, setType } from "../../layers/web/out/picture-text.js";
export { daysOf, prepare } from "../../layers/web/rules/atlas.js";
export { countPieces, countText, heldText, importedText, isDated, tallyShown } from "../../layers/web/rules/count.js";
export { csv, inert } from "../../layers/web/rules/csv.js";
export { consonants, foldedWords, soughtWords, tidy } from "../../layers/web/rules/find.js";
export {
  filterNames, importedSets, inColumns, inLists, inWords, passing, setNames, setsOn, usedValues, valuesOf,
} from "../../layers/web/rules/facets.js";
export {
  POINT_CERTAIN, POINT_NONE, POINT_POSSIBLE, allowedCombinations, pointsBetween, pointsOn, selectPoints, stepPoints,
} from "../../layers/web/rules/imported-select.js";
export { isMarked, isPlanned, isStrike, markState } from "../../layers/web/rules/marked.js";
export { mattering } from "../../layers/web/rules/matters.js";
export { isActor, rolesOf, switchesOf } from "../../layers/web/rules/parts.js";
export {
  boxAround, boxesMeet, freeSpot, leastSpot, middleOf, roomAmong, spotsOf, squareAt,
} from "../../layers/web/rules/placing.js";
export { distance_px, gather } from "../../layers/web/rules/gathering.js";
export { isNames, placeNames } from "../../layers/web/rules/names.js";
export { FIRST_OPEN, LAST_OPEN, pointLatLng } from "../../layers/web/rules/packed.js";
export { renewed } from "../../layers/web/rules/renamed.js";
export { emptyState, isKnown, matchSpan, routeOn, select, turned } from "../../layers/web/rules/select.js";
export { hasShifted, shiftOn } from "../../layers/web/rules/shift.js";
export { markScale, reach_px, spreadNow, spreadPlan } from "../../layers/web/rules/spread.js";
export { storyChoices, storyOf, storyPlace } from "../../layers/web/rules/stories.js";
export { isEventAt, partsByRole, routeLength, routeWhen, statedValue, unmarkedText } from "../../layers/web/rules/thing-words.js";
export { binText, countBins, timeBins } from "../../layers/web/rules/time-bins.js";
export { inTime } from "../../layers/web/rules/time-order.js";
export { drawnDays, timeClusters, timeScale, unveiled } from "../../layers/web/rules/time-scale.js";
export { trayLists, trayTitles } from "../../layers/web/rules/tray.js";
export { eventTimeText } from "../../layers/web/rules/when.js";
export { backingText, daysText, distanceText, passageText, publishedText, standfirst } from "../../layers/web/rules/wording.js";
export { fitState } from "../../layers/web/state/store.js";
export { fromAddress, toAddress, toQuery } from "../../layers/web/state/address.js";
export { placesOnMap } from "../../layers/web/table/things.js";
export { timeTicks } from "../../layers/web/timeline/axis.js";
export { isCrowded } from "../../layers/web/timeline/crowd.js";
export { besideHandle, handleDay, handleWords, laneHeight, stopDay, windowDays } from "../../layers/web/timeline/handle.js";
export { amongText, barAt, barPaths, barText, countedBars } from "../../layers/web/timeline/histogram.js";
export { monthsOn } from "../../layers/web/timeline/months.js";
export { timeSteps } from "../../layers/web/timeline/steps.js";
export { nearestMark, placeStops, spreadStops } from "../../layers/web/timeline/stops.js";
