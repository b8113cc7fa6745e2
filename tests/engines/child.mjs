// A browser's process and its folder, which are gone when it is closed, or when this process ends.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** How long a browser may take to start, ms: a machine under load is slow. */
export const START_MS = 120_000;
/** How long one question to the page may take, ms. */
export const ANSWER_MS = 120_000;

/** @param {number} ms */
export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// A signal ends this process without an "exit" of its own, which is what ends the browsers.
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) process.once(signal, () => process.exit(1));

/** @returns {{ path: string, remove: () => void }} a folder of its own for a browser's profile */
export function temporaryFolder() {
  const path = mkdtempSync(join(tmpdir(), "proofground-engine-"));
  const remove = () => {
    process.off("exit", remove);
    rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once("exit", remove);
  return { path, remove };
}

/**
 * A process in a group of its own, so that what it starts ends with it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 */
export function startChild(command, args, options = {}) {
  const child = spawn(command, args, { stdio: "ignore", ...options, detached: true });
  /** @type {string | null} */
  let end = null;
  const ended = new Promise((resolve) => {
    const over = (/** @type {string} */ how) => {
      end = how;
      resolve(undefined);
    };
    child.once("error", (error) => over(error.message));
    child.once("close", (code, signal) => over(`it ended with ${code ?? signal}`));
  });
  const kill = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    } catch {
      // It has ended already.
    }
  };
  process.once("exit", kill);
  return {
    child,
    /** @throws where it has ended */
    alive() {
      if (end !== null) throw new Error(`${command}: ${end}`);
    },
    async close() {
      process.off("exit", kill);
      kill();
      await ended;
    },
  };
}

/**
 * Ask until there is an answer. @template T
 * @param {() => Promise<T | undefined> | T | undefined} ask it throws where there will be none
 * @param {string} what is waited for
 */
export async function answerOf(ask, what) {
  for (const end = Date.now() + START_MS; Date.now() < end; await pause(100)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
  }
  throw new Error(`${what} did not come`);
}
