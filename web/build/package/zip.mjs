// A zip file that is the same bytes whenever, wherever and on whatever processor it is made: fixed order, fixed times, and a
// compressor of our own choice, since zlib's output differs between machines.
import { zipSync } from "fflate";

/** The first day that a zip file can name, in local time, which is what it writes. */
const TIME = new Date(1980, 0, 1);
/** Compressed already. */
const STORED = /\.(png|woff2|br|gz|zip)$/;

/** @param {ReadonlyMap<string, Uint8Array>} files by path, with "/" @returns {Uint8Array} */
export function zip(files) {
  const paths = [...files.keys()].sort();
  return zipSync(
    Object.fromEntries(
      paths.map((path) => [path, [files.get(path) ?? new Uint8Array(), { level: STORED.test(path) ? 0 : 9 }]]),
    ),
    { mtime: TIME },
  );
}
