// The shapes of what stands by the name CorridorAtlas, and of the board of a map without the app.
// Types only; what lies below app names none of them.
import type * as Leaflet from "leaflet";
import type { Board, Frame, Kept, Labels } from "../types.js";

/** What app/standalone.js draws on: a board whose state never changes. */
export interface StandingBoard extends Pick<Board, "L" | "atlas" | "lease" | "tips"> {
  map: Leaflet.Map;
  store: ReturnType<typeof import("./standalone-card.js").standingView>["store"];
  labels: Pick<Labels, "note">;
  frame: Pick<Frame, "below_px">;
}

/** The script of one version of the code, on its way or there. */
export interface LoadedCode {
  name: string;
  ready: Promise<unknown>;
  stands: boolean;
}

/** What stands by the name CorridorAtlas: the loader's own, what app/inspect.js shows, the mount. */
export interface Shown extends Readonly<typeof import("./inspect.js").inspect> {
  moduleOf(text: string): Promise<any>;
  /** The JSON behind an address, or what came in its place; once. */
  taken(source: any): Promise<any>;
  drawing(hash: string, script: string): Promise<{ default: (L: any) => void }>;
  modules: Record<string, Promise<any>>;
  code?: LoadedCode | null;
  registry?: Record<string, Kept>;
  mount: typeof import("./host.js").mount;
}

declare global {
  var CorridorAtlas: Shown;
  /** The loader's, in whose script a saved page's last lines stand; nothing else may use it. */
  var mount: typeof import("./loader.js").default;
}
