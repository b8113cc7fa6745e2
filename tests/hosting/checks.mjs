// What nginx says of every file of the site, by the recipe: status, type, caching, policy, and the same bytes in every encoding.
import { existsSync, readFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { PROJECT } from "../../wasm/toolchain/toolchain.mjs";
import { filesOf } from "../../web/build/files.mjs";
import { headersOf } from "../../web/build/headers.mjs";
import { tally } from "../report.mjs";
import { nginxProgram, startNginx } from "./nginx.mjs";

const SITE = join(PROJECT, "dist/site");
const SUB_PATH = "/some/sub/path/";
/** By what a browser accepts: the encoding of the answer, and the end of the file that has it. */
const ENCODINGS = [
  { accepts: "gzip, deflate, br, zstd", encoding: "br", end: ".br", unpack: brotliDecompressSync },
  { accepts: "gzip", encoding: "gzip", end: ".gz", unpack: gunzipSync },
  { accepts: "identity", encoding: undefined, end: "", unpack: (/** @type {Buffer} */ body) => body },
];

/**
 * An answer as it came: fetch would unpack it.
 * @param {string} url
 * @param {Record<string, string>} headers
 * @returns {Promise<{ status: number, headers: import("node:http").IncomingHttpHeaders, body: Buffer }>}
 */
const ask = (url, headers) =>
  new Promise((done, failed) => {
    get(url, { headers }, (response) => {
      /** @type {Buffer[]} */
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
      response.on("error", failed);
    }).on("error", failed);
  });

/** A header's value, as far as its writing does not matter. @param {string | string[] | undefined} value */
const plain = (value) => String(value ?? "none").toLowerCase();

/**
 * What is wrong with the answers for one file.
 * @param {string} url of the site @param {string} name
 */
async function wrongWith(url, name) {
  /** @type {string[]} */
  const wrong = [];
  const content = readFileSync(join(SITE, name));
  const expected = headersOf(name);
  for (const { accepts, encoding, end, unpack } of ENCODINGS) {
    const { status, headers, body } = await ask(url + encodeURI(name), { "accept-encoding": accepts });
    const say = (/** @type {string} */ what) => wrong.push(`${name} (${accepts}): ${what}`);
    const packed = encoding !== undefined && existsSync(join(SITE, name + end));
    if (status !== 200) say(`status ${status}`);
    else if (plain(headers["content-encoding"]) !== (packed ? encoding : "none"))
      say(`encoding ${headers["content-encoding"]}`);
    else if (!(packed ? unpack(body) : body).equals(content)) say("other bytes");
    for (const [header, value] of Object.entries(expected))
      if (plain(headers[header]) !== plain(value)) say(`${header}: ${headers[header]} instead of ${value}`);
    if (!("content-security-policy" in expected) && headers["content-security-policy"] !== undefined)
      say("a policy, though it brings its own");
  }
  return wrong;
}

/** @returns {Promise<Required<import("../report.mjs").Count>>} */
export async function hostingTests() {
  const { count, check } = tally();
  const unless = (/** @type {boolean} */ right, /** @type {unknown} */ what) => (right ? "" : JSON.stringify(what));
  const lines = (/** @type {readonly string[]} */ problems) => problems.slice(0, 5).join("\n    ");
  const program = nginxProgram();
  const names = filesOf(SITE).filter((name) => !/\.(br|gz|zip)$|^_headers$/.test(name));
  const server = await startNginx(SITE, { program });
  try {
    const problems = [];
    for (const name of names) problems.push(...(await wrongWith(server.url, name)));
    check(`nginx: ${names.length} files, each in three encodings`, lines(problems));
    const root = await ask(server.url, { "accept-encoding": "br" });
    check(
      "nginx: the folder's address gives its page, compressed",
      unless(
        root.status === 200 && brotliDecompressSync(root.body).equals(readFileSync(join(SITE, "index.html"))),
        root.headers,
      ),
    );
    const etag = String(root.headers.etag);
    const again = await ask(server.url, { "accept-encoding": "br", "if-none-match": etag });
    check("nginx: a page that has not changed is not sent again", unless(again.status === 304, again.status));
    const { status } = await ask(`${server.url}assets/nothing-12345678.js`, { "accept-encoding": "br" });
    check("nginx: a file that is not there is an error, not a page", unless(status === 404, status));
  } finally {
    await server.close();
  }
  const nested = await startNginx(SITE, { program, base: SUB_PATH });
  try {
    check(
      "nginx: under a sub-path",
      lines((await Promise.all(["index.html", "sw.js"].map((name) => wrongWith(nested.url, name)))).flat()),
    );
    const { status, headers } = await ask(nested.url.replace(/\/$/, ""), {});
    check(
      "nginx: the sub-path without its slash leads to it",
      unless(status === 301 && headers.location === SUB_PATH, [status, headers.location]),
    );
  } finally {
    await nested.close();
  }
  return count;
}
