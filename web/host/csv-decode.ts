// Bytes of a dropped file to text: UTF-8 or UTF-16 by mark or by shape, old Windows text as a last resort, binary refused.

export type Decoded = { ok: true; text: string } | { ok: false; code: "binary" };

/** How many bytes are looked at to tell text from binary. */
const SAMPLE = 65_536;

/** Without what old systems put behind a text: the mark of its end, and zeros up to the end of a block. They hold nothing. */
export function withoutTail(text: string): string {
  let end = text.length;
  // By hand: a regular expression for it takes time that grows with the square of the number of blank lines.
  for (const last of ["\r\n", "\0", "\x1a"]) while (end > 0 && last.includes(text[end - 1]!)) end--;
  return text.slice(0, end);
}

/** Never throws. */
export function decodeText(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  for (const name of encoding === "utf-8" ? ["utf-8", "windows-1252"] : [encoding]) {
    const whole = attempt(bytes, name);
    const text = whole === null ? null : withoutTail(whole);
    // Text has no control characters but tab, line feed, form feed and carriage return.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    if (text !== null && !/[\0-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]/.test(text)) return { ok: true, text };
  }
  return { ok: false, code: "binary" };
}

function attempt(bytes: Uint8Array, encoding: string): string | null {
  try {
    // Half a character of UTF-16: the mark of the end, put there by a program that counts in bytes.
    const odd = encoding !== "utf-8" && encoding.startsWith("utf") && bytes.length % 2 === 1 && bytes.at(-1) === 0x1a;
    return new TextDecoder(encoding, { fatal: true }).decode(odd ? bytes.subarray(0, -1) : bytes);
  } catch {
    return null;
  }
}

function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  // Without a mark: digits in UTF-16 have every other byte 0.
  const zeros = [0, 0];
  const length = Math.min(bytes.length, SAMPLE);
  for (let k = 0; k < length; k++) if (bytes[k] === 0) zeros[k % 2]!++;
  const half = length / 2;
  if (zeros[1]! > 0.4 * half && zeros[0] === 0) return "utf-16le";
  if (zeros[0]! > 0.4 * half && zeros[1] === 0) return "utf-16be";
  return "utf-8";
}
