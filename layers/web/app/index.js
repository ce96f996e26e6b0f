// The one script of the page: what the loader mounts, and what an open map may be asked.
import { inspect } from "./inspect.js";
import { mount } from "./host.js";

Object.assign((globalThis.CorridorAtlas ??= /** @type {typeof CorridorAtlas} */ ({})), inspect, { mount });
