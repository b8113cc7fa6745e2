// A reader of zip files that is none of ours: what it finds, with sizes and check sums compared.

/**
 * What of yauzl is used.
 * @typedef {{ fileName: string, crc32: number }} Entry
 * @typedef {{ eachEntry(): AsyncIterable<Entry>, openReadStreamPromise(entry: Entry): Promise<AsyncIterable<Uint8Array>> }} Archive
 */

/** @param {string} name of a package that only this folder has @returns {Promise<unknown>} */
const here = async (name) => (await import(name)).default;

/** @param {string} file @returns {Promise<Map<string, Buffer>>} by path, in the order of the file @throws where it is damaged */
export async function unzip(file) {
  const { openPromise } = /** @type {{ openPromise(file: string, options: object): Promise<Archive> }} */ (
    await here("yauzl")
  );
  const crc32 = /** @type {(data: Uint8Array) => number} */ (await here("yauzl/crc32.js"));
  const archive = await openPromise(file, { strictFileNames: true });
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  for await (const entry of archive.eachEntry()) {
    const parts = [];
    for await (const part of await archive.openReadStreamPromise(entry)) parts.push(part);
    const data = Buffer.concat(parts);
    if (crc32(data) !== entry.crc32) throw new Error(`${entry.fileName}: its check sum is another`);
    if (files.has(entry.fileName)) throw new Error(`${entry.fileName}: twice`);
    files.set(entry.fileName, data);
  }
  return files;
}
