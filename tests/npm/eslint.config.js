// What the browser half holds to: nothing undefined or unused, and imports that run one way.
import globals from "globals";

const FLOORS = ["base", "rules", "state"];
const ROOMS = ["map", "marks", "imported", "timeline", "chart", "card", "story", "table", "filters", "legend", "out"];
// Where no function is longer than 80 lines.
const SHORT = [...FLOORS, ...ROOMS, "app"];

// What a room may not import: all that is not below it; and of what is below, only the door.
function walls(room, below) {
  const closed = [...FLOORS, ...ROOMS, "app"].filter((other) => other !== room && !below.includes(other));
  return {
    files: [`layers/web/${room}/*.js`],
    rules: {
      "no-restricted-imports": ["error", { patterns: [
        ...(closed.length ? [{ regex: `^\\.\\./(${closed.join("|")})/`,
          message: "Imports run base → rules → state → rooms → app." }] : []),
        { regex: "^\\.\\./[^/]+/(?!index\\.js$)", message: "A room has one door: its index.js." },
        { regex: "^(?!\\.)|^\\.\\./\\.\\.", message: "Nothing from outside layers/web." },
      ] }],
    },
  };
}

export default [
  {
    files: ["layers/web/**/*.js"],
    languageOptions: { ecmaVersion: 2024, sourceType: "module",
      globals: { ...globals.browser, L: "off", name: "off", event: "off", status: "off", length: "off", parent: "off",
        top: "off", find: "off", print: "off", focus: "off", open: "off", close: "off", stop: "off", origin: "off" } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "no-undef": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-shadow-restricted-names": "error",
      "no-redeclare": "error",
      "no-dupe-keys": "error",
      "no-unreachable": "error",
      "no-self-assign": "error",
      "no-use-before-define": ["error", { functions: false, classes: false, variables: false }],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "prefer-const": "error",
      "eqeqeq": ["error", "always"],
    },
  },
  {
    files: SHORT.map((room) => `layers/web/${room}/*.js`),
    rules: { "max-lines-per-function": ["error", { max: 80, skipBlankLines: false, skipComments: false }] },
  },
  ...FLOORS.map((floor, at) => walls(floor, FLOORS.slice(0, at))),
  ...ROOMS.map((room) => walls(room, FLOORS)),
  walls("app", [...FLOORS, ...ROOMS]),
];
