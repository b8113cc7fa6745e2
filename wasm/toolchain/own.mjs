// The user's own compiler, CMake and libraries, where they are recent enough.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { onPath, output } from "./say.mjs";

/** The version that the flags in CMakeLists.txt and the bundling of Emscripten's glue are tried with. */
const EMSCRIPTEN = [6, 0];
const CMAKE = [3, 25];
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

function eigenMajor() {
  for (const folder of [process.env.EIGEN3_INCLUDE_DIR, ...EIGEN_FOLDERS]) {
    const file = join(folder ?? "", "Eigen/Version");
    if (folder && existsSync(file))
      return Number(/EIGEN_MAJOR_VERSION (\d+)/.exec(readFileSync(file, "utf8"))?.[1] ?? 0);
  }
  return 0;
}

/**
 * @param {"module" | "everything"} need the module that ships, or also the native tests, their libraries and the linters
 * @returns {string | null} what is missing first; null: nothing
 */
export function missing(need) {
  if (!onPath("emcc")) return "no emcc on PATH";
  const version = output("emcc", ["--version"]);
  if (!atLeast(version, EMSCRIPTEN))
    return `the emcc on PATH is ${/\d+\.\d+\.\d+/.exec(version ?? "")?.[0] ?? "unknown"}, older than ${EMSCRIPTEN.join(".")}`;
  if (!atLeast(output("cmake", ["--version"]), CMAKE)) return `no CMake >= ${CMAKE.join(".")}`;
  if (!onPath("ninja")) return "no ninja";
  if (eigenMajor() < 5) return "no Eigen 5";
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
