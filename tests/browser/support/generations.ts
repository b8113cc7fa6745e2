// A second build of the site, made from the first without a compiler: some files have other names, as after a change of one of them.
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { filesOf } from "../../../web/build/files.mjs";
import { HASHED } from "../../../web/build/headers.mjs";
import { writeWorker } from "../../../web/build/offline.mjs";

const isText = (name: string): boolean => /\.(js|css|html)$/.test(name);
const base = (name: string): string => name.replace(/^.*\//, "");

/** A copy of a built site without what is compressed beforehand, in a folder of its own. */
export function copyOf(site: string): string {
  const folder = mkdtempSync(join(tmpdir(), "proofground-generation-"));
  cpSync(site, folder, {
    recursive: true,
    filter: (path) => !/\.(br|gz|zip)$|proofground\.html$/.test(path),
  });
  return folder;
}

/**
 * The next generation of a site: a script has changed, so it and every file that names it, or names one that does, has a new name.
 * @param changed what the name of the script begins with
 * @returns its folder
 */
export async function nextGeneration(site: string, changed: string): Promise<string> {
  const folder = copyOf(site);
  const text = new Map(
    filesOf(folder)
      .filter((name) => isText(name) && name !== "sw.js")
      .map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
  const first = [...text.keys()].filter((name) => HASHED.test(name) && base(name).startsWith(changed));
  if (first.length === 0) throw new Error(`no script ${changed}`);
  const stale = new Set(first);
  for (let size = -1; size !== stale.size; ) {
    size = stale.size;
    for (const [name, content] of text)
      if (HASHED.test(name) && [...stale].some((other) => content.includes(base(other)))) stale.add(name);
  }
  const renamed = [...stale].map((name) => {
    const hash = createHash("sha256").update(name).digest("hex").slice(0, 8);
    return [name, name.replace(/-[\w-]{8}(\.\w+)$/, `-${hash}$1`)] as const;
  });
  for (const [name, content] of text) {
    const next = renamed.reduce((sum, [from, to]) => sum.replaceAll(base(from), base(to)), content);
    writeFileSync(join(folder, name), first.includes(name) ? `${next}\n/* changed */\n` : next);
  }
  for (const [from, to] of renamed) renameSync(join(folder, from), join(folder, to));
  await writeWorker(folder);
  return folder;
}

/** The script that a site's page begins with. */
export function entryOf(folder: string): string {
  const page = readFileSync(join(folder, "index.html"), "utf8");
  const table = /<script type="application\/json" id="languages">([^<]*)</.exec(page)?.[1];
  const name: string | undefined = JSON.parse(table ?? "{}")
    .files?.en?.at(-1)
    ?.replace("./", "");
  if (name === undefined) throw new Error("the page begins with no script");
  return name;
}
