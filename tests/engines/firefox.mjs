// Firefox without a window, driven over its own protocol (Marionette: a length, a colon and JSON, over TCP).
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { ANSWER_MS, answerOf, startChild, temporaryFolder } from "./child.mjs";

/** Marionette takes a free port and writes it into the profile; other preferences are those of a user. */
const PREFERENCES = {
  "marionette.port": 0,
  // Without this, pages from disk may load what they may not load for a user.
  "remote.prefs.recommended": false,
  "app.update.disabledForTesting": true,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.page": 0,
  "datareporting.policy.dataSubmissionEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "toolkit.telemetry.reportingpolicy.firstRun": false,
};
/** The last one lets the console be read. */
const OPTIONS = ["--headless", "--no-remote", "--marionette", "--remote-allow-system-access"];

/**
 * @param {string} binary
 * @returns {Promise<import("./engine.mjs").Engine>}
 */
export async function startFirefox(binary) {
  const profile = temporaryFolder();
  writeFileSync(
    join(profile.path, "user.js"),
    Object.entries(PREFERENCES)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join(""),
  );
  const firefox = startChild(binary, [...OPTIONS, "--profile", profile.path]);
  /** @type {import("node:net").Socket | undefined} */
  let socket;
  const close = async () => {
    socket?.destroy();
    await firefox.close();
    profile.remove();
  };
  try {
    const file = join(profile.path, "MarionetteActivePort");
    const port = await answerOf(() => {
      firefox.alive();
      return (existsSync(file) && Number(readFileSync(file, "utf8"))) || undefined;
    }, "Firefox's port");
    socket = connect(port, "127.0.0.1");
    const send = messages(socket);
    await send("WebDriver:NewSession", { strictFileInteractability: false });
    await send("WebDriver:SetTimeouts", { script: ANSWER_MS, pageLoad: ANSWER_MS });
    await send("WebDriver:SetWindowRect", { width: 1440, height: 900 });
    /** @param {string} script */
    const execute = async (script) => {
      const answer = await send("WebDriver:ExecuteScript", { script, args: [], sandbox: null });
      return /** @type {{ value: unknown }} */ (answer).value;
    };
    return {
      name: "Firefox",
      partsInSandbox: true,
      async open(url) {
        await send("WebDriver:Navigate", { url: "about:blank" });
        await send("WebDriver:Navigate", { url });
      },
      async evaluate(script, { frame = false } = {}) {
        if (!frame) return execute(script);
        await send("WebDriver:SwitchToFrame", { id: 0 });
        try {
          return await execute(script);
        } finally {
          await send("WebDriver:SwitchToFrame", { id: null });
        }
      },
      async errors() {
        await send("Marionette:SetContext", { value: "chrome" });
        const found = await execute(CONSOLE);
        await send("Marionette:SetContext", { value: "content" });
        return /** @type {string[]} */ (found);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Errors of pages, not of the browser itself; a violation of the content security policy is one. */
const CONSOLE = `
  const found = Services.console.getMessageArray()
    .filter((message) => message instanceof Ci.nsIScriptError && (message.flags & Ci.nsIScriptError.warningFlag) === 0)
    .filter(({ sourceName }) => /^(http|file|blob)/.test(sourceName))
    .map(({ errorMessage, sourceName, lineNumber }) => errorMessage + " " + sourceName + ":" + lineNumber);
  Services.console.reset();
  return found;`;

/**
 * Commands and their answers: [0, id, command, parameters] and [1, id, error, result].
 * @param {import("node:net").Socket} socket
 * @returns {(command: string, parameters: object) => Promise<unknown>}
 */
function messages(socket) {
  /** @type {Map<number, { resolve: (result: unknown) => void, reject: (error: Error) => void }>} */
  const waiting = new Map();
  let received = Buffer.alloc(0);
  socket.on("data", (chunk) => {
    received = Buffer.concat([received, chunk]);
    for (;;) {
      const colon = received.indexOf(":");
      if (colon < 0) return;
      const end = colon + 1 + Number(received.subarray(0, colon).toString());
      if (received.length < end) return;
      const message = JSON.parse(received.subarray(colon + 1, end).toString());
      received = received.subarray(end);
      // The first one only says who is there.
      if (!Array.isArray(message)) continue;
      const [, id, error, result] = message;
      const call = waiting.get(id);
      waiting.delete(id);
      if (error) call?.reject(new Error(`${error.error}: ${error.message}`));
      else call?.resolve(result);
    }
  });
  const lost = (/** @type {Error | undefined} */ error) => {
    for (const { reject } of waiting.values()) reject(error ?? new Error("Firefox has closed the connection"));
    waiting.clear();
  };
  socket.on("error", lost);
  socket.on("close", () => lost(undefined));
  let id = 0;
  return (command, parameters) =>
    new Promise((resolve, reject) => {
      id += 1;
      waiting.set(id, { resolve, reject });
      const text = JSON.stringify([0, id, command, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
}
