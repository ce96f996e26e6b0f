// Reading event by event.
export { storyChoice, tellStory } from "./story.js";
