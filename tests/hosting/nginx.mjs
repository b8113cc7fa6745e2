// Debian's nginx with the configuration that the page of recipes shows, on loopback, in a folder of its own, without any right of root.
import { spawn } from "node:child_process";
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { aptInstall } from "../../wasm/toolchain/apt.mjs";
import { onPath } from "../../wasm/toolchain/say.mjs";
import { PROJECT } from "../../wasm/toolchain/toolchain.mjs";
import { SITE_CSP } from "../../web/build/csp.mjs";

/** Debian's "nobody". */
const NOBODY = 65534;
const RECIPE = join(PROJECT, "web/pages/nginx.conf");

/** The program; installed where it is missing. */
export function nginxProgram() {
  const known = ["nginx", "/usr/sbin/nginx"].find(onPath);
  if (known === undefined) aptInstall({ nginx: "nginx-light" }, "the recipe for nginx is tested with it");
  return known ?? "/usr/sbin/nginx";
}

/** @returns {Promise<number>} a port that was free just now */
const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => done(port));
    });
  });

/** @param {string} url */
async function answers(url) {
  return fetch(url).then(
    () => true,
    () => false,
  );
}

/**
 * @typedef {object} Line of the log
 * @property {string} uri as it was asked for
 * @property {number} status
 * @property {number} bytes of head and body
 * @property {number} body of the body alone
 */

/**
 * Serve a folder.
 * @param {string} site
 * @param {{ program: string, base?: string, pinned?: boolean }} options base: the path under which it lies, with both slashes; pinned:
 * to one core, where taskset is there
 */
export async function startNginx(site, { program, base = "/", pinned = false }) {
  const folder = mkdtempSync(join(tmpdir(), "proofground-nginx-"));
  const root = join(folder, "root");
  // A copy, since the project may lie where nobody may look.
  mkdirSync(join(root, base), { recursive: true });
  cpSync(site, join(root, base), { recursive: true, preserveTimestamps: true });
  const port = await freePort();
  const recipe = readFileSync(RECIPE, "utf8")
    .replaceAll("@LISTEN@", `127.0.0.1:${port}`)
    .replaceAll("@ROOT@", root)
    .replaceAll("@POLICY@", SITE_CSP);
  if (/@[A-Z]+@/.test(recipe)) throw new Error("web/pages/nginx.conf has a word that is not filled in here");
  const log = join(folder, "access.log");
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (what) => `  ${what}_temp_path ${join(folder, what)};`,
  );
  writeFileSync(join(folder, "site.conf"), recipe);
  writeFileSync(
    join(folder, "nginx.conf"),
    [
      "daemon off;",
      "worker_processes 1;",
      `pid ${join(folder, "pid")};`,
      `error_log ${join(folder, "error.log")};`,
      "events { worker_connections 256; }",
      "http {",
      "  include /etc/nginx/mime.types;",
      "  log_format bytes '$request_uri $status $bytes_sent $body_bytes_sent';",
      `  access_log ${log} bytes;`,
      "  sendfile on;",
      "  tcp_nopush on;",
      "  keepalive_requests 100000;",
      ...temporary,
      `  include ${join(folder, "site.conf")};`,
      "}\n",
    ].join("\n"),
  );
  const root0 = process.getuid?.() === 0;
  if (root0) {
    chownSync(folder, NOBODY, NOBODY);
    chmodSync(folder, 0o700);
  }
  const command = [program, "-p", folder, "-e", join(folder, "error.log"), "-c", join(folder, "nginx.conf")];
  const onOne = pinned && onPath("taskset") ? ["taskset", "-c", "0", ...command] : command;
  const child = spawn(/** @type {string} */ (onOne[0]), onOne.slice(1), {
    stdio: ["ignore", "ignore", "pipe"],
    ...(root0 ? { uid: NOBODY, gid: NOBODY } : {}),
  });
  let trouble = "";
  child.stderr.on("data", (text) => (trouble += text));
  const ended = new Promise((done) => child.once("exit", done));
  const url = `http://127.0.0.1:${port}${base}`;
  for (let tries = 0; !(await answers(url)); tries++) {
    if (child.exitCode !== null || tries > 600) throw new Error(`nginx did not start: ${trouble}`);
    await new Promise((done) => setTimeout(done, 50));
  }
  return {
    url,
    pid: /** @type {number} */ (child.pid),
    /** What was served since the start. @returns {Line[]} */
    log() {
      return readFileSync(log, "utf8")
        .trim()
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => {
          const [uri = "", status, bytes, body] = line.split(" ");
          return { uri, status: Number(status), bytes: Number(bytes), body: Number(body) };
        });
    },
    async close() {
      child.kill("SIGQUIT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
