import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** @param {string} folder @returns {Map<string, Uint8Array>} every file below it by its path with "/" */
export function filesIn(folder) {
  const files = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path).split(sep).join("/"), readFileSync(path));
  }
  return files;
}

/** @param {Uint8Array} data */
export const sha256 = (data) => createHash("sha256").update(data).digest("hex");

/** @param {ReadonlyMap<string, Uint8Array>} files @returns {{ path: string, size: number, sha256: string }[]} in the order of their paths */
export const listed = (files) =>
  [...files]
    .map(([path, data]) => ({ path, size: data.byteLength, sha256: sha256(data) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
