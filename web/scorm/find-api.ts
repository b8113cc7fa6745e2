// Where a learning platform leaves its half of SCORM 1.2: an object named API in a window around this one, or around the one
// that opened it.

/** What the platform's object is called with, and answers in: texts. What comes is not to be trusted to be one. */
export interface Api {
  LMSInitialize(nothing: string): unknown;
  LMSFinish(nothing: string): unknown;
  LMSGetValue(element: string): unknown;
  LMSSetValue(element: string, value: string): unknown;
  LMSCommit(nothing: string): unknown;
  LMSGetLastError(): unknown;
  LMSGetErrorString(code: string): unknown;
  LMSGetDiagnostic(code: string): unknown;
}

const CALLS: readonly (keyof Api)[] = [
  "LMSInitialize",
  "LMSFinish",
  "LMSGetValue",
  "LMSSetValue",
  "LMSCommit",
  "LMSGetLastError",
  "LMSGetErrorString",
];

/** A platform may lay its frames deep; a circle of windows that call one another their parent ends here. */
const MOST_WINDOWS = 20;

/** What of a window is looked at. */
export interface Around {
  readonly parent: Around | null;
  readonly opener: Around | null;
  readonly API?: unknown;
}

function apiIn(place: Around): Api | null {
  const { API } = place;
  if (typeof API !== "object" && typeof API !== "function") return null;
  const api = API as Readonly<Record<string, unknown>> | null;
  return api !== null && CALLS.every((call) => typeof api[call] === "function") ? (api as unknown as Api) : null;
}

/** In this window, then in its parents. */
function climb(start: Around): Api | null {
  let place: Around | null = start;
  for (let n = 0; n < MOST_WINDOWS && place !== null; n++) {
    try {
      const api = apiIn(place);
      if (api !== null) return api;
    } catch {
      // A window of another origin, between this one and the platform's: its parent may be of ours again.
    }
    place = next(place);
  }
  return null;
}

function next(place: Around): Around | null {
  try {
    return place.parent === place ? null : place.parent;
  } catch {
    return null;
  }
}

/** @returns null where there is no platform */
export function findApi(own: Around): Api | null {
  let place: Around | null = own;
  for (let n = 0; n < MOST_WINDOWS && place !== null; n++) {
    const api = climb(place);
    if (api !== null) return api;
    let opener: Around | null = null;
    // Of the page itself, or of the window that its frames lie in.
    for (let m = 0, at: Around | null = place; m < MOST_WINDOWS && at !== null && opener === null; m++, at = next(at)) {
      try {
        opener = at.opener ?? null;
      } catch {
        // of another origin
      }
    }
    place = opener;
  }
  return null;
}
