// The user's own compiler, CMake and libraries, where they are recent enough.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { onPath, output } from "./say.mjs";

/** The oldest with the flags of CMakeLists.txt and with the glue that the bundling expects. */
const EMSCRIPTEN = [6, 0];
const CMAKE = [3, 25];
/** The first whose SSE code compiles to WebAssembly SIMD. */
const EIGEN = [5, 0];
const EIGEN_FOLDERS = ["/usr/include/eigen3", "/usr/local/include/eigen3", "/opt/homebrew/include/eigen3"];

/**
 * @param {string | null} text
 * @param {readonly number[]} least
 */
function atLeast(text, least) {
  const found = /(\d+)\.(\d+)/.exec(text ?? "");
  if (found === null) return false;
  const [major, minor] = [Number(found[1]), Number(found[2])];
  return major > (least[0] ?? 0) || (major === least[0] && minor >= (least[1] ?? 0));
}

/** @returns {string | null} "5.0.1"; null: none was found */
function eigen() {
  for (const folder of [process.env.EIGEN3_INCLUDE_DIR, ...EIGEN_FOLDERS]) {
    const file = join(folder ?? "", "Eigen/Version");
    if (!folder || !existsSync(file)) continue;
    const text = readFileSync(file, "utf8");
    const number = (/** @type {string} */ name) =>
      new RegExp(`define EIGEN_${name}_VERSION (\\d+)`).exec(text)?.[1] ?? "0";
    return ["MAJOR", "MINOR", "PATCH"].map(number).join(".");
  }
  return null;
}

/** @param {string} command @returns {string | null} the version that it prints */
const versionOf = (command) => /\d+\.\d+\.\d+/.exec(output(command, ["--version"]) ?? "")?.[0] ?? null;

/** @returns {ReadonlyMap<string, string>} version by the names that the recipe gives, as far as it can be seen */
export function versions() {
  const found = {
    Emscripten: versionOf("emcc"),
    clang: versionOf("clang++"),
    Eigen: eigen(),
    CMake: versionOf("cmake"),
  };
  return new Map(Object.entries(found).flatMap(([name, version]) => (version === null ? [] : [[name, version]])));
}

/**
 * @param {"module" | "everything"} need the module that ships, or also the native tests, their libraries and the linters
 * @returns {string | null} what is missing first; null: nothing
 */
export function missing(need) {
  if (!onPath("emcc")) return "no emcc on PATH";
  const emcc = versionOf("emcc");
  if (emcc === null) return "the emcc on PATH does not run";
  if (!atLeast(emcc, EMSCRIPTEN)) return `the emcc on PATH is ${emcc}, older than ${EMSCRIPTEN.join(".")}`;
  if (!atLeast(versionOf("cmake"), CMAKE)) return `no CMake >= ${CMAKE.join(".")}`;
  if (!onPath("ninja")) return "no ninja";
  if (!atLeast(eigen(), EIGEN)) return `no Eigen >= ${EIGEN.join(".")}`;
  if (need === "module") return null;
  for (const command of ["clang++", "clang-format", "clang-tidy", "run-clang-tidy"])
    if (!onPath(command)) return `no ${command}`;
  for (const [file, what] of [
    ["/usr/include/gtest/gtest.h", "GoogleTest"],
    ["/usr/src/googletest/CMakeLists.txt", "GoogleTest's sources"],
    ["/usr/include/rapidcheck.h", "RapidCheck"],
    ["/usr/src/rapidcheck/CMakeLists.txt", "RapidCheck's sources"],
    ["/usr/include/rapidjson/document.h", "RapidJSON"],
    ["/usr/include/libsvm/svm.h", "LIBSVM"],
  ]) {
    if (!existsSync(/** @type {string} */ (file))) return `no ${what}`;
  }
  return null;
}
