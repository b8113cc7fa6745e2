// The toolchain as the other scripts see it: something that runs commands, whoever's they are.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { missing, versions } from "./own.mjs";
import { inside, rootVersions, setUpRoot } from "./root.mjs";
import { output, SetupError, say, seconds } from "./say.mjs";
import { untested } from "./versions.mjs";

export const PROJECT = resolve(import.meta.dirname, "../..");

/**
 * @typedef {object} Toolchain
 * @property {string} key changes with the tools: build folders of another key are stale
 * @property {(argv: readonly string[]) => string[]} command the command line that runs argv with these tools
 * @property {string} launcher runs the native compiler: a cache, or ""
 * @property {string} untested its versions that are not the tested ones, in one line; "" where there are none
 */

let warned = false;

/**
 * Find or make the toolchain.
 * @param {"module" | "everything"} need
 * @returns {Promise<Toolchain>}
 * @throws {SetupError}
 */
export async function toolchain(need) {
  const reason = missing(need);
  if (reason === null) {
    const version = (output("emcc", ["--version"]) ?? "").split("\n")[0];
    return warn({ key: `own ${version}`, command: (argv) => [...argv], launcher: "", untested: untested(versions()) });
  }
  const key = await setUpRoot(reason);
  return warn({
    ...{ key, command: (argv) => inside(argv, PROJECT), launcher: "ccache" },
    untested: untested(rootVersions()),
  });
}

/** Name what was not tested, once. @param {Toolchain} tools */
function warn(tools) {
  if (tools.untested !== "" && !warned) say(tools.untested);
  warned = true;
  return tools;
}

/**
 * Run a command to its end, its output on the terminal.
 * @param {Toolchain} tools
 * @param {readonly string[]} argv
 * @returns {number} exit code
 */
export function run(tools, argv) {
  const [command, ...args] = tools.command(argv);
  const { status, error } = spawnSync(/** @type {string} */ (command), args, { stdio: "inherit", cwd: PROJECT });
  if (error) throw new SetupError(`${argv[0]}: ${error.message}`, `install ${argv[0]}`);
  return status ?? 1;
}

/**
 * Run a command quietly: its output is shown only when it fails.
 * @param {Toolchain} tools
 * @param {readonly string[]} argv
 * @returns {Promise<string>} its output
 */
export async function quietly(tools, argv) {
  const [command, ...args] = tools.command(argv);
  const child = spawn(/** @type {string} */ (command), args, { stdio: ["ignore", "pipe", "pipe"], cwd: PROJECT });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      text += chunk;
      // The one thing that takes minutes, and only once: say that it is going on.
      const library = /generating system library: \S*?(\w[\w+-]*\.a)/.exec(String(chunk));
      if (library) say(`  Emscripten compiles its own ${library[1]} (kept for later builds)`);
    });
  }
  const status = await new Promise((resolved) => child.on("close", resolved));
  if (status === 0) return text;
  process.stderr.write(text);
  const failure = `${argv.slice(0, 4).join(" ")} ended with exit code ${status}`;
  if (tools.untested === "") throw new SetupError(failure, "its output is above");
  throw new SetupError(
    `with ${tools.untested}: ${failure}`,
    "its output is above; if the versions are the cause, adapt to them and note them in TESTED of wasm/toolchain/recipe.mjs",
  );
}

/**
 * Configure and build a CMake preset.
 * @param {Toolchain} tools
 * @param {"native" | "sanitize" | "fuzz" | "wasm"} preset
 * @param {string} [target] default: all
 */
export async function cmake(tools, preset, target = "all") {
  const start = Date.now();
  const folder = join(PROJECT, "build", preset);
  const stamp = join(folder, "toolchain.txt");
  // CMake remembers the paths of its tools and of the project: neither other tools nor a copy of the folder can go on.
  const origin = `${tools.key}\n${PROJECT}\n`;
  if (existsSync(folder) && (!existsSync(stamp) || readFileSync(stamp, "utf8") !== origin)) {
    rmSync(folder, { recursive: true });
  }
  if (!existsSync(join(folder, "build.ninja"))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(stamp, origin);
    // Emscripten starts the cache itself (EM_COMPILER_WRAPPER).
    const own = preset === "wasm" ? "" : tools.launcher;
    const configure = ["cmake", "--preset", preset, `-DCMAKE_CXX_COMPILER_LAUNCHER=${own}`];
    await quietly(tools, preset === "wasm" ? ["emcmake", ...configure] : configure);
  }
  say(`building ${preset}${target === "all" ? "" : ` (${target})`}`);
  const text = await quietly(tools, ["cmake", "--build", "--preset", preset, "--target", target]);
  const warnings = text.split("\n").filter((line) => /warning:/.test(line));
  if (warnings.length > 0) console.log(warnings.join("\n"));
  say(`built ${preset} in ${seconds(start)}`);
}
