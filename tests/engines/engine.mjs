// The browsers that the page is tried in: each behind the same few calls, and installed where it is missing.
import { aptInstall } from "../../wasm/toolchain/apt.mjs";
import { chromiumProgram, firefoxProgram } from "../browsers.mjs";
import { startFirefox } from "./firefox.mjs";
import { startWebKit } from "./webkit.mjs";

/**
 * @typedef {object} Engine
 * @property {string} name
 * @property {boolean} partsInSandbox the site works in a frame without an origin of its own, where every origin may read its files
 * @property {(url: string) => Promise<void>} open another page, not only another hash
 * @property {(script: string, where?: { frame?: boolean }) => Promise<unknown>} evaluate the body of a function in the page, or in
 *   its first frame, and what it returns
 * @property {() => Promise<string[]>} errors what the page has reported of errors, and forget it
 * @property {() => Promise<void>} close
 */

/** @type {Readonly<Record<string, () => Promise<Engine>>>} by name; each throws where the engine cannot be had */
export const ENGINES = {
  // By a package, which the script that asks for it may have to install first.
  chromium: async () => (await import("./chromium.mjs")).startChromium(chromiumProgram()),
  firefox: async () => startFirefox(firefoxProgram()),
  webkit: async () => {
    aptInstall({ WebKitWebDriver: "webkit2gtk-driver", Xvfb: "xvfb" }, "the page is tested in WebKit");
    return startWebKit();
  },
};
