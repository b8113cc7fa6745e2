// Debian's nginx with the configuration that the page of recipes shows, on loopback, in a folder of its own, without any right of root.
import { spawn } from "node:child_process";
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { aptInstall } from "../../wasm/toolchain/apt.mjs";
import { onPath } from "../../wasm/toolchain/say.mjs";
import { nginxConfig } from "../../web/build/nginx.mjs";
import { freePort } from "../free-port.mjs";

/** Debian's "nobody". */
const NOBODY = 65534;

/** The program; installed where it is missing. */
export function nginxProgram() {
  const known = ["nginx", "/usr/sbin/nginx"].find(onPath);
  if (known === undefined) aptInstall({ nginx: "nginx-light" }, "the recipe for nginx is tested with it");
  return known ?? "/usr/sbin/nginx";
}

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
  const log = join(folder, "access.log");
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (what) => `  ${what}_temp_path ${join(folder, what)};`,
  );
  writeFileSync(join(folder, "site.conf"), nginxConfig({ listen: `127.0.0.1:${port}`, root }));
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
  const asRoot = process.getuid?.() === 0;
  if (asRoot) {
    chownSync(folder, NOBODY, NOBODY);
    chmodSync(folder, 0o700);
  }
  const command = [program, "-p", folder, "-e", join(folder, "error.log"), "-c", join(folder, "nginx.conf")];
  const onOne = pinned && onPath("taskset") ? ["taskset", "-c", "0", ...command] : command;
  const child = spawn(/** @type {string} */ (onOne[0]), onOne.slice(1), {
    stdio: ["ignore", "ignore", "pipe"],
    ...(asRoot ? { uid: NOBODY, gid: NOBODY } : {}),
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
