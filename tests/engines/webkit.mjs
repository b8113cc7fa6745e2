// WebKitGTK on a display of its own, driven over classic WebDriver (JSON over HTTP).
import { existsSync, readdirSync } from "node:fs";
import { freePort } from "../free-port.mjs";
import { ANSWER_MS, answerOf, startChild, temporaryFolder } from "./child.mjs";

/** The first of several, which an installation of another version may lack. */
const LIBRARIES = ["/usr/lib", "/usr/libexec"];
const WINDOW = { width: 1440, height: 900 };

/**
 * WebKit's driver has no log. These listeners stand as soon as the address is open, before the page's parts have been loaded: they
 * miss only what happens before the first of them.
 */
const LISTEN = `
  if (location.href === "about:blank") return false;
  const errors = (window.engineErrors = []);
  addEventListener("error", (event) => errors.push(event.message || "not loaded: " + (event.target.src || event.target.href)), true);
  addEventListener("unhandledrejection", (event) => errors.push(String(event.reason)));
  document.addEventListener("securitypolicyviolation", (event) => errors.push(event.violatedDirective + " " + event.blockedURI));
  const say = console.error;
  console.error = (...words) => (errors.push(words.join(" ")), say(...words));
  return true;`;
const EMPTY = `return location.href === "about:blank";`;
const TAKE = "return window.engineErrors ? window.engineErrors.splice(0) : [];";

/** @returns {string} the browser that the driver starts */
function miniBrowser() {
  for (const library of LIBRARIES.filter((path) => existsSync(path))) {
    const folders = readdirSync(library).flatMap((name) => [`${library}/${name}`, ...below(`${library}/${name}`)]);
    const found = folders.filter((path) => /\/webkit2?gtk-[\d.]+$/.test(path)).map((path) => `${path}/MiniBrowser`);
    const [browser] = found.filter((path) => existsSync(path)).sort();
    if (browser !== undefined) return browser;
  }
  throw new Error("WebKitWebDriver is here, and no MiniBrowser");
}

/** @param {string} folder of libraries for one kind of machine @returns {string[]} */
function below(folder) {
  return /-linux-gnu\w*$/.test(folder) ? readdirSync(folder).map((name) => `${folder}/${name}`) : [];
}

/** A display without a screen; it takes a free number and says which. */
async function startDisplay() {
  const { width, height } = WINDOW;
  const options = ["-displayfd", "3", "-screen", "0", `${width}x${height}x24`, "-nolisten", "tcp"];
  const server = startChild("Xvfb", options, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  let said = "";
  server.child.stdio[3]?.on("data", (chunk) => (said += chunk));
  const number = await answerOf(() => {
    server.alive();
    return said.endsWith("\n") ? said.trim() : undefined;
  }, "a display");
  return { name: `:${number}`, close: server.close };
}

/** @returns {Promise<import("./engine.mjs").Engine>} */
export async function startWebKit() {
  /** @type {(() => Promise<unknown> | void)[]} what ends the parts, the first part last */
  const ends = [];
  const close = async () => {
    for (const end of ends.reverse()) await end();
  };
  try {
    const folder = temporaryFolder();
    ends.push(folder.remove);
    const display = await startDisplay();
    ends.push(display.close);
    const port = await freePort();
    const homes = ["HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"];
    const driver = startChild("WebKitWebDriver", ["--host=127.0.0.1", `--port=${port}`], {
      env: {
        ...process.env,
        ...Object.fromEntries(homes.map((name) => [name, folder.path])),
        DISPLAY: display.name,
        // There is no graphics card to share buffers with.
        WEBKIT_DISABLE_DMABUF_RENDERER: "1",
        // Without a session bus it would wait for one.
        GSETTINGS_BACKEND: "memory",
        NO_AT_BRIDGE: "1",
      },
    });
    ends.push(driver.close);
    const address = `http://127.0.0.1:${port}`;
    await answerOf(() => {
      driver.alive();
      return call(address, "GET", "/status").catch(() => undefined);
    }, "WebKitWebDriver");
    const capabilities = {
      browserName: "MiniBrowser",
      // What opens an address is not to wait for all of the page: the listeners come first.
      pageLoadStrategy: "none",
      timeouts: { script: ANSWER_MS, pageLoad: ANSWER_MS },
      "webkitgtk:browserOptions": { binary: miniBrowser(), args: ["--automation"] },
    };
    const opened = await call(address, "POST", "/session", { capabilities: { alwaysMatch: capabilities } });
    const session = `${address}/session/${/** @type {{ sessionId: string }} */ (opened).sessionId}`;
    ends.push(() => call(session, "DELETE", "").catch(() => undefined));
    await call(session, "POST", "/window/rect", WINDOW);
    const execute = (/** @type {string} */ script) => call(session, "POST", "/execute/sync", { script, args: [] });
    /** A script that meets the change from one page to the next is refused, and has not run. */
    const ranIn = (/** @type {string} */ script, /** @type {string} */ what) =>
      answerOf(
        () =>
          execute(script).then(
            (there) => there || undefined,
            () => undefined,
          ),
        what,
      );
    return {
      name: "WebKit",
      // In a policy of a page without an origin, WebKit's 'self' means nothing, and the page's own parts are refused.
      partsInSandbox: false,
      async open(url) {
        // Not before the page from before is gone: between two addresses that differ in their hash alone, nothing would be loaded.
        await call(session, "POST", "/url", { url: "about:blank" });
        await ranIn(EMPTY, "an empty page");
        await call(session, "POST", "/url", { url });
        await ranIn(LISTEN, url);
      },
      async evaluate(script, { frame = false } = {}) {
        if (!frame) return execute(script);
        await call(session, "POST", "/frame", { id: 0 });
        try {
          return await execute(script);
        } finally {
          await call(session, "POST", "/frame", { id: null });
        }
      },
      errors: async () => /** @type {string[]} */ (await execute(TAKE)),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * @param {string} base
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 * @returns {Promise<unknown>}
 */
async function call(base, method, path, body) {
  const response = await fetch(base + path, {
    method,
    signal: AbortSignal.timeout(ANSWER_MS),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}
