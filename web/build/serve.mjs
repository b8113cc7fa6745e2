// A static server for dist/site on loopback, with the headers that a careful host would send.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { basename, extname, join, normalize, resolve, sep } from "node:path";
import { pipeline } from "node:stream";
import { constants, createBrotliCompress } from "node:zlib";
import { SITE_CSP } from "./csp.mjs";

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};
const COMPRESSED = new Set([".html", ".js", ".mjs", ".css", ".json", ".txt", ".csv", ".svg", ".wasm"]);
/** The single file brings its own policy, which is another: all of its script is in the page. */
const SINGLE_FILE = "proofground.html";
/** Vite's names end in a hash of the content. */
const HASHED = /-[\w-]{8}\.\w+$/;

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
    const extension = extname(file);
    const brotli = compress && COMPRESSED.has(extension) && /\bbr\b/.test(request.headers["accept-encoding"] ?? "");
    response.writeHead(200, {
      "content-type": TYPES[extension] ?? "application/octet-stream",
      ...(policy && basename(file) !== SINGLE_FILE ? { "content-security-policy": policy } : {}),
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": HASHED.test(file) ? "public, max-age=31536000, immutable" : "no-cache",
      vary: "accept-encoding",
      ...headers,
      ...(brotli ? { "content-encoding": "br" } : { "content-length": info.size }),
    });
    if (request.method === "HEAD") return void response.end();
    const steps = brotli ? [createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })] : [];
    pipeline([createReadStream(file), ...steps, response], (error) => error && response.destroy());
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
