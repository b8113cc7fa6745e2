// The files below a folder, and their sums. Needs no package: the scripts that install those read it, too.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** The paths of all files below a folder, with "/", sorted. @param {string} folder @returns {string[]} */
export const filesOf = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    // Node 20 has had both names for it.
    .map((entry) =>
      relative(folder, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join("/"),
    )
    .sort();

/** @param {string} folder @returns {Map<string, Uint8Array>} every file below it by its path */
export const contentsOf = (folder) => new Map(filesOf(folder).map((path) => [path, readFileSync(join(folder, path))]));

/** @param {Uint8Array} data */
export const sha256 = (data) => createHash("sha256").update(data).digest("hex");

/** @param {ReadonlyMap<string, Uint8Array>} files @returns {{ path: string, size: number, sha256: string }[]} in the order of their paths */
export const listed = (files) =>
  [...files]
    .map(([path, data]) => ({ path, size: data.byteLength, sha256: sha256(data) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
