// A static server for dist/site on loopback, with the headers that a careful host would send.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { join, normalize, resolve, sep } from "node:path";
import { pipeline } from "node:stream";
import { constants, createBrotliCompress } from "node:zlib";
import { SITE_CSP } from "./csp.mjs";
import { headersOf, isCompressed } from "./headers.mjs";

/**
 * The file that a request names, inside `root`.
 * @param {string} root absolute
 * @param {string} url the request's target
 * @param {string} base path prefix under which the site is served, with both slashes
 * @returns {string | null} null: no such place
 */
export function fileOf(root, url, base = "/") {
  let path;
  try {
    path = decodeURIComponent(url.replace(/[?#].*$/s, ""));
  } catch {
    return null; // a percent sign that begins no character
  }
  if (!path.startsWith(base) || path.includes("\0") || path.includes("\\")) return null;
  const file = normalize(join(root, path.slice(base.length), path.endsWith("/") ? "index.html" : ""));
  return file.startsWith(root + sep) ? file : null;
}

/**
 * The file that compress.mjs has written beside this one, where the browser takes it and it is of the same build.
 * @param {string} file
 * @param {import("node:fs").Stats} info of the file
 * @param {string} accepted
 */
async function beforehand(file, { mtimeMs }, accepted) {
  for (const [encoding, end] of [
    ["br", ".br"],
    ["gzip", ".gz"],
  ]) {
    if (!new RegExp(`\\b${encoding}\\b`).test(accepted)) continue;
    const path = file + end;
    const info = await stat(path).catch(() => null);
    if (info?.isFile() && info.mtimeMs >= mtimeMs) return { path, encoding, size: info.size };
  }
  return null;
}

/**
 * @param {string} folder what to serve
 * @param {{ port?: number, base?: string, compress?: boolean, policy?: string, headers?: Record<string, string> }} [options]
 * port 0: any free one; base as in fileOf; policy: the content security policy, "" for none; headers: what a file has besides
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 * @throws where the port is taken
 */
export function serve(folder, { port = 0, base = "/", compress = false, policy = SITE_CSP, headers = {} } = {}) {
  const root = resolve(folder);
  const server = createServer(async (request, response) => {
    const send = (/** @type {number} */ status, /** @type {string} */ text) =>
      void response
        .writeHead(status, { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" })
        .end(text);
    if (request.method !== "GET" && request.method !== "HEAD") return send(405, "only GET and HEAD\n");
    const file = fileOf(root, request.url ?? "/", base);
    const info = file === null ? null : await stat(file).catch(() => null);
    if (file === null || !info?.isFile()) return send(404, "no such file\n");
    const accepted = request.headers["accept-encoding"] ?? "";
    const packed = await beforehand(file, info, accepted);
    const now = !packed && compress && isCompressed(file) && /\bbr\b/.test(accepted);
    response.writeHead(200, {
      ...headersOf(file, policy),
      ...headers,
      ...(packed ? { "content-encoding": packed.encoding } : now ? { "content-encoding": "br" } : {}),
      ...(now ? {} : { "content-length": (packed ?? info).size }),
    });
    if (request.method === "HEAD") return void response.end();
    const steps = now ? [createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })] : [];
    pipeline([createReadStream(packed?.path ?? file), ...steps, response], (error) => error && response.destroy());
  });
  return new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", () => {
      const address = /** @type {import("node:net").AddressInfo} */ (server.address());
      done({
        url: `http://127.0.0.1:${address.port}${base}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}

/**
 * serve() on the first free port from `first` on.
 * @param {string} folder
 * @param {number} first
 */
export async function serveOnFreePort(folder, first) {
  for (let port = first; ; port++) {
    try {
      return await serve(folder, { port });
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if ((code !== "EADDRINUSE" && code !== "EACCES") || port >= first + 100) throw error;
    }
  }
}
