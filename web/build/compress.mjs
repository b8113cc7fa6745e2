// The site's files compressed beforehand, name.br and name.gz beside name, as hosts serve them that do not compress by themselves; and
// the file _headers. Compressing well takes a while, so what was compressed once is kept by its content.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { gzipSync } from "fflate";
import { PROJECT } from "../../wasm/toolchain/toolchain.mjs";
import { filesOf, sha256 } from "./files.mjs";
import { headersFile, isCompressed } from "./headers.mjs";

const KEPT = join(PROJECT, "build/compressed");
/** Below this there is next to nothing to gain, bytes. */
const SMALL = 256;
/** @type {Readonly<Record<string, (content: Buffer) => Promise<Buffer>>>} */
const WAYS = {
  br: (content) =>
    promisify(brotliCompress)(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
  // Not by zlib, whose output differs between machines.
  gz: async (content) => Buffer.from(gzipSync(content, { level: 9, mtime: 0 })),
};

/** @param {string} folder a built site */
export async function compress(folder) {
  for (const name of filesOf(folder)) if (/\.(br|gz)$/.test(name)) rmSync(join(folder, name));
  rmSync(join(folder, "_headers"), { force: true });
  const names = filesOf(folder);
  mkdirSync(KEPT, { recursive: true });
  const used = new Set();
  const work = names.filter(isCompressed).map(async (name) => {
    const content = readFileSync(join(folder, name));
    if (content.length <= SMALL) return;
    const hash = sha256(content);
    for (const [way, pack] of Object.entries(WAYS)) {
      const kept = join(KEPT, `${hash}.${way}`);
      used.add(`${hash}.${way}`);
      if (!existsSync(kept)) writeFileSync(kept, await pack(content));
      copyFileSync(kept, join(folder, `${name}.${way}`));
    }
  });
  await Promise.all(work);
  for (const old of readdirSync(KEPT)) if (!used.has(old)) rmSync(join(KEPT, old));
  writeFileSync(join(folder, "_headers"), headersFile(names));
}
