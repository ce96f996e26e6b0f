// What an open map may be asked by its name, CorridorAtlas: by the page's other parts, which wait for
// it to settle, by whoever looks at it in the browser's console, and by the tests and the bench.
import { dayNumber, isoDay, pending } from "../base/index.js";
import { importedLane, importedSteps } from "../timeline/index.js";
import {
  consonants, countText, emptyState, foldedWords, routeOn, select, shiftOn, storyOf, tallyShown, tidy, trayLists,
} from "../rules/index.js";
import { fromAddress, toAddress, toQuery } from "../state/index.js";
import { makePicture, pictureName, pictureSheet, shareLink } from "../out/index.js";
import { chartCounts } from "../chart/index.js";
import { tellStory } from "../story/index.js";
import { goHome } from "./home.js";

export const inspect = {
  chartCounts, consonants, countText, dayNumber, emptyState, foldedWords, fromAddress, goHome, importedLane,
  importedSteps, isoDay, makePicture, pending, pictureName, pictureSheet, routeOn, select, shareLink, shiftOn,
  storyOf, tallyShown, tellStory, tidy, toAddress, toQuery, trayLists,
};
