// The toolchain out of Debian's packages, unpacked once into the user's cache and entered with bwrap. Nothing is
// installed on the machine except the two small programs that do the unpacking and the entering.
import { spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { homedir, userInfo } from "node:os";
import { join } from "node:path";
import { aptInstall } from "./apt.mjs";
import { EXCLUDED, INCLUDED, KEY, PACKAGES, SCRIPT, SUITE } from "./recipe.mjs";
import { onPath, output, SetupError, say, seconds } from "./say.mjs";
import { versionsOf } from "./versions.mjs";

const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "proofground");
const ROOT = join(CACHE, `toolchain-${KEY}`);
/** Emscripten compiles its C and C++ libraries on first use, and keeps them here. */
const EM_CACHE = join(CACHE, `emscripten-${KEY}`);
/** What ccache keeps: compiled files by the content that they were made from. */
const CCACHE_DIR = join(CACHE, `compiled-${KEY}`);
/** Where the project lies inside the root, whatever its own path is: what one clone has compiled then serves another. */
const HERE = "/project";
const LOCK = `${ROOT}.lock`;
const PASSED_ON = /^(CI|TERM|RC_PARAMS|PROOFGROUND_\w+|GTEST_\w+|CTEST_\w+|CMAKE_\w+)$/;

/**
 * A command line that runs `argv` inside the root, in the project's folder, which is there under its own path too. The root is
 * read-only; the project and both caches are not.
 * @param {readonly string[]} argv
 * @param {string} project
 * @returns {string[]}
 */
export function inside(argv, project) {
  const environment = {
    ...{ PATH: "/usr/bin:/usr/sbin", HOME: "/tmp", LANG: "C.UTF-8", EM_CACHE, CCACHE_DIR },
    EM_COMPILER_WRAPPER: "ccache",
    CCACHE_MAXSIZE: "2G",
    // Precompiled headers are compared by content; nothing of ours uses __DATE__ or __TIME__.
    CCACHE_SLOPPINESS: "pch_defines,time_macros",
  };
  const passedOn = Object.entries(process.env).filter(([name]) => PASSED_ON.test(name));
  return [
    "bwrap",
    "--clearenv",
    ...[...Object.entries(environment), ...passedOn].flatMap(([name, value]) => ["--setenv", name, value ?? ""]),
    ...["usr", "etc", "var"].flatMap((folder) => ["--ro-bind", join(ROOT, folder), `/${folder}`]),
    ...["bin", "sbin", "lib", "lib64"].flatMap((folder) => ["--symlink", `usr/${folder}`, `/${folder}`]),
    ...["--dev", "/dev", "--proc", "/proc", "--tmpfs", "/tmp"],
    ...[EM_CACHE, CCACHE_DIR, project].flatMap((folder) => ["--bind", folder, folder]),
    ...["--bind", project, HERE, "--chdir", HERE],
    ...["--die-with-parent", "--", ...argv],
  ];
}

/** No unpacking takes this long: an older lock is a leftover, whatever runs under its number now. */
const LOCK_LIFE_MS = 30 * 60_000;

/** @param {string} lock @returns {boolean} whether the process that holds it still runs */
function held(lock) {
  let owner;
  try {
    if (Date.now() - statSync(lock).mtimeMs > LOCK_LIFE_MS) return false;
    owner = Number(readFileSync(lock, "utf8"));
  } catch {
    return false; // just released
  }
  if (!owner) return true; // just taken, its number not yet written
  try {
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/** Take the lock, waiting while another process unpacks. @returns {Promise<() => void>} how to release it */
async function lock() {
  for (let told = false; ; ) {
    try {
      const file = openSync(LOCK, "wx");
      writeSync(file, String(process.pid));
      closeSync(file);
      return () => rmSync(LOCK, { force: true });
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    }
    if (!held(LOCK)) {
      rmSync(LOCK, { force: true });
      continue;
    }
    if (!told) say(`another run is unpacking the toolchain: waiting for it (its lock: ${LOCK})`);
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

/** @param {string} folder */
async function unpack(folder) {
  const quiet = [
    "--quiet",
    "--variant=minbase",
    '--aptopt=Acquire::Check-Valid-Until "false"',
    '--aptopt=APT::Install-Recommends "false"',
  ];
  const hook = '--customize-hook=chroot "$1" sh -c "$PROOFGROUND_SCRIPT"';
  const paths = [
    ...EXCLUDED.map((path) => `--dpkgopt=path-exclude=${path}`),
    ...INCLUDED.map((path) => `--dpkgopt=path-include=${path}`),
  ];
  // As a stream of files, so that they belong to the user whatever way mmdebstrap found to become root.
  const pipe =
    'set -o pipefail; folder=$1; shift; mmdebstrap --format=tar "$@" - | tar -x -C "$folder" --no-same-owner --exclude=./dev --exclude="./var/lib/apt/lists/*" --exclude="./var/cache/*"';
  const args = ["-c", pipe, "bash", folder, ...quiet, ...paths, hook, `--include=${PACKAGES.join(",")}`, SUITE];
  const child = spawn("bash", args, {
    stdio: ["ignore", "inherit", "pipe"],
    env: { ...process.env, PROOFGROUND_SCRIPT: SCRIPT },
  });
  let errors = "";
  child.stderr.on("data", (chunk) => {
    errors = (errors + chunk).slice(-4000);
  });
  const status = await new Promise((resolve) => child.on("close", resolve));
  if (status === 0) return;
  const lines = errors.trim().split("\n");
  // What mmdebstrap says of it comes before what tar says of its absence.
  const line = lines.filter((text) => /^E:/.test(text)).at(-1) ?? lines.filter((text) => /rror/.test(text)).at(-1);
  throw new SetupError(
    `the toolchain could not be unpacked: ${line ?? `exit code ${status}`}`,
    "see that the Debian package mirror can be reached and that 2 GB of disk are free, and run this again; or put Emscripten 6, CMake, Ninja and Eigen 5 on this machine",
  );
}

/** Unpacking without being root needs numbers of users and groups that are lent to this user. @throws {SetupError} */
function requireSubordinateIds() {
  const { username, uid } = userInfo();
  const lent = (/** @type {string} */ file) =>
    existsSync(file) && new RegExp(`^(${username}|${uid}):`, "m").test(readFileSync(file, "utf8"));
  if (["/etc/subuid", "/etc/subgid"].every(lent)) return;
  throw new SetupError(
    `${username} has no numbers in /etc/subuid and /etc/subgid, which unpacking the compiler without being root needs`,
    `sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 ${username}`,
  );
}

/** @returns {ReadonlyMap<string, string>} what the root holds: version by the names that the recipe gives */
export const rootVersions = () => versionsOf(readFileSync(join(ROOT, "var/lib/dpkg/status"), "utf8"));

/**
 * Make the root if it is not there.
 * @param {string} reason why it is needed, for the user
 * @returns {Promise<string>} its key
 */
export async function setUpRoot(reason) {
  if (!onPath("apt-get") && !(onPath("mmdebstrap") && onPath("bwrap"))) {
    throw new SetupError(
      `no toolchain: ${reason}, and this is not a Debian or Ubuntu machine`,
      "install Emscripten 6 (emsdk), CMake >= 3.25, Ninja and Eigen 5 (EIGEN3_INCLUDE_DIR names its folder), and run this again",
    );
  }
  const user = process.getuid?.() !== 0;
  const unpacked = existsSync(ROOT);
  aptInstall(
    {
      bwrap: "bubblewrap",
      ...(unpacked ? {} : { mmdebstrap: "mmdebstrap" }),
      ...(!unpacked && user ? { newuidmap: "uidmap" } : {}),
    },
    unpacked
      ? "to run the compiler from its own folder"
      : "to unpack the compiler, without installing it, and to run it from its own folder",
  );
  if (output("bwrap", ["--ro-bind", "/", "/", "true"]) === null) {
    throw new SetupError(
      "bwrap may not make namespaces on this machine",
      "allow unprivileged user namespaces (in a container: run it with --privileged), or install Emscripten 6, CMake, Ninja and Eigen 5",
    );
  }
  for (const folder of [EM_CACHE, CCACHE_DIR]) mkdirSync(folder, { recursive: true });
  if (unpacked) return KEY;
  if (user) requireSubordinateIds();
  const release = await lock();
  const partial = `${ROOT}.partial-${process.pid}`;
  try {
    if (existsSync(ROOT)) return KEY;
    for (const name of readdirSync(CACHE)) {
      // Left by a run that was interrupted: we hold the lock, so nobody is filling it.
      if (name.startsWith(`toolchain-${KEY}.partial-`)) rmSync(join(CACHE, name), { recursive: true, force: true });
    }
    const start = Date.now();
    say(
      `unpacking the WebAssembly toolchain (${reason}): Emscripten, Eigen, clang and the test libraries from Debian ${SUITE}`,
    );
    say(`  into ${ROOT}: about 1 GB, one or two minutes, once for every clone`);
    mkdirSync(partial);
    await unpack(partial);
    renameSync(partial, ROOT);
    const size = spawnSync("du", ["-sm", ROOT], { encoding: "utf8" }).stdout.split("\t")[0];
    say(
      `unpacked ${size} MB in ${seconds(start)}; the first build also compiles Emscripten's own libraries (about two minutes) into ${EM_CACHE}`,
    );
  } finally {
    rmSync(partial, { recursive: true, force: true });
    release();
  }
  return KEY;
}
