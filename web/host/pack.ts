// Text <-> a short string that is safe in a link: deflate-raw, then base64url. Unpacking is bounded: the input is hostile.
import { through } from "./through.ts";

/** Packed characters: browsers carry addresses of about 2 MB (Chromium) or 1 MB (Firefox); leave room for the rest. */
export const MAX_PACKED = 1_000_000;
/** Unpacked bytes: 5,000 points in 64 columns are 6 MB of JSON. A zip bomb stops here. */
export const MAX_UNPACKED = 8_000_000;
/** Input is inflated in slices: a slice inflates at most 1032-fold (deflate's limit), so at most 1 MB waits unread. */
const SLICE = 1024;
/** String.fromCharCode takes its bytes as arguments; this many fit on every engine's stack. */
const CHUNK = 0x2000;

/** @returns null when the packed text is longer than `limit` */
export async function pack(text: string, limit = MAX_PACKED): Promise<string | null> {
  const bytes = await through(new CompressionStream("deflate-raw"), new TextEncoder().encode(text));
  // Four characters carry three bytes.
  return bytes.length > (limit / 4) * 3 ? null : toBase64Url(bytes);
}

/** @returns the text; "damaged" when it is not what pack() makes; "too-large" when it inflates beyond `limit` bytes */
export async function unpack(
  packed: string,
  limit = MAX_UNPACKED,
): Promise<{ text: string } | "damaged" | "too-large"> {
  const bytes = fromBase64Url(packed);
  if (!bytes) return "damaged";
  const inflater = new DecompressionStream("deflate-raw");
  const writer = inflater.writable.getWriter();
  const reader = inflater.readable.getReader();
  // Feeds as fast as the reader below drains; a rejected write also rejects the read, which is where it is handled.
  const feed = async () => {
    for (let at = 0; at < bytes.length; at += SLICE) {
      await writer.ready;
      await writer.write(bytes.slice(at, at + SLICE));
    }
    await writer.close();
  };
  const fed = feed().catch(() => undefined);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.byteLength;
      if (size > limit) {
        await Promise.allSettled([reader.cancel(), writer.abort()]);
        return "too-large";
      }
      text += decoder.decode(value, { stream: true });
    }
    text += decoder.decode();
  } catch {
    await Promise.allSettled([reader.cancel(), writer.abort()]);
    return "damaged";
  }
  await fed;
  return { text };
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]+$/.test(text)) return null;
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
