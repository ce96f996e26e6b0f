// What leaves the page: print, picture, saved page, link.
export { pictureCount, pictureWords } from "./picture-words.js";
export { makePicture, pictureButton, pictureName } from "./picture.js";
export { isOnPaper, print } from "./print.js";
export { pageButton } from "./save-page.js";
export { shareButton, shareLink } from "./share.js";
export { pictureSheet } from "./picture-sheet.js";
