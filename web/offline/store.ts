// Keeps a generation's files in its cache: each is measured by what the build knew of it before it is stored.
import { filesIn, type Generation, objection, ownCaches, type SiteFile } from "./generation.ts";

/** Files fetched side by side: enough to fill the line, few enough to leave room for what the page itself asks for. */
const SIDE_BY_SIDE = 4;
/** Of a kept answer these would be wrong: its body is unpacked, and it is the same for everyone who asks. */
const NOT_KEPT = ["content-encoding", "content-length", "transfer-encoding", "vary"];

/** What storing needs of the worker's world: the tests bring their own. */
export interface Store {
  readonly scope: string;
  readonly caches: Pick<CacheStorage, "open" | "keys" | "delete">;
  fetch(url: string, init: RequestInit): Promise<Response>;
}

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** The answer as it may be kept. @throws Error what is wrong with it */
export async function measured(file: SiteFile, response: Response): Promise<Response> {
  const body = await response.arrayBuffer();
  const answer = {
    status: response.status,
    redirected: response.redirected,
    type: response.headers.get("content-type"),
    size: body.byteLength,
    sha256: hex(await crypto.subtle.digest("SHA-256", body)),
  };
  const wrong = objection(file, answer);
  if (wrong !== null) throw new Error(`${file.name}: ${wrong}`);
  const headers = new Headers(response.headers);
  for (const name of NOT_KEPT) headers.delete(name);
  return new Response(body, { headers });
}

/** Of two builds most files are the same: from an older generation's cache where it has the same bytes. */
async function fromCaches(file: SiteFile, url: string, older: readonly Cache[]): Promise<Response | null> {
  for (const cache of older) {
    const kept = await cache.match(url);
    const same = kept && (await measured(file, kept).catch(() => null));
    if (same) return same;
  }
  return null;
}

/** What the browser itself has kept is good enough where its bytes are right; where they are not, it is asked past that. */
async function fromNetwork(file: SiteFile, url: string, hashed: boolean, store: Store): Promise<Response> {
  const get = async (cache: RequestCache) => measured(file, await store.fetch(url, { cache }));
  if (!hashed) return get("no-cache");
  return get("default").catch(() => get("reload"));
}

/**
 * Store all files of a generation that these languages need. A later attempt goes on where this one failed; where there is no room, what has been
 * stored is taken away again.
 * @param name of its cache
 * @param languages none: all
 * @throws where one file did not arrive as it was built, or could not be stored: the generation is then not to be used
 */
export async function storeAll(
  generation: Generation,
  name: string,
  store: Store,
  languages: readonly string[] = [],
): Promise<void> {
  const cache = await store.caches.open(name);
  const others = ownCaches(await store.caches.keys(), store.scope).filter((other) => other !== name);
  const older = await Promise.all(others.map((other) => store.caches.open(other)));
  const fixed = new RegExp(generation.hashed);
  const waiting = filesIn(generation, languages);
  const takeTurns = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const url = store.scope + encodeURI(file.name);
      if (await cache.match(url)) continue;
      const response =
        (await fromCaches(file, url, older)) ?? (await fromNetwork(file, url, fixed.test(file.name), store));
      await cache.put(url, response);
    }
  };
  try {
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, takeTurns));
  } catch (error) {
    waiting.length = 0;
    if (error instanceof DOMException && error.name === "QuotaExceededError") await store.caches.delete(name);
    throw error;
  }
}
