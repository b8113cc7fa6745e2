// What the single file carries packed: deflated as zlib does it, in base64. Our own build made it, so its size needs no bound.
import { through } from "./through.ts";

/** @throws where the browser cannot unpack, or the file is damaged */
export async function inflate(packed: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  return through(new DecompressionStream("deflate"), bytes);
}

/** @param packed JSON */
export async function inflateJson<Value>(packed: string): Promise<Value> {
  return JSON.parse(new TextDecoder().decode(await inflate(packed)));
}
