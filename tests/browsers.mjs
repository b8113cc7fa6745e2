// The programs of the browsers that the tests drive: the system's, installed where they are missing, or those that the environment names.
import { aptInstall } from "../wasm/toolchain/apt.mjs";
import { onPath, output } from "../wasm/toolchain/say.mjs";

/**
 * The path of the first of these programs that is there; else of the first, installed.
 * @param {string | undefined} named by the user
 * @param {readonly [string, ...string[]]} programs
 */
function program(named, programs) {
  const wanted = named ?? programs.find(onPath) ?? programs[0];
  if (named === undefined) aptInstall({ [wanted]: wanted }, "the page is tested in it");
  return output("sh", ["-c", 'command -v "$1"', "sh", wanted])?.trim() ?? wanted;
}

export const chromiumProgram = () =>
  program(process.env.PROOFGROUND_CHROMIUM, ["chromium", "chromium-browser", "google-chrome"]);

export const firefoxProgram = () => program(process.env.PROOFGROUND_FIREFOX, ["firefox-esr", "firefox"]);
