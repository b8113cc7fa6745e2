// What the set-up tells the user: one line per step, and failures as one line of cause with one of remedy.
import { spawnSync } from "node:child_process";

/** A step that cannot be done here: the message says why, `remedy` what to do about it. */
export class SetupError extends Error {
  /**
   * @param {string} cause
   * @param {string} remedy
   */
  constructor(cause, remedy) {
    super(cause);
    this.remedy = remedy;
  }
}

/** @param {string} text */
export function say(text) {
  console.log(`[proofground] ${text}`);
}

/** @param {number} since a value of Date.now() */
export const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/**
 * Run a script's main function; a failure ends it with exit code 1 and, where it is a known one, without a stack trace.
 * @param {() => Promise<void> | void} body
 */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    // By its field: a script that Vite runs has a class of its own.
    if (!(error instanceof Error && "remedy" in error)) throw error;
    console.error(`[proofground] failed: ${error.message}\n[proofground] remedy: ${error.remedy}`);
    process.exit(1);
  }
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {string | null} what it printed on standard output, or null when it could not be run or failed
 */
export function output(command, args) {
  const { status, stdout } = spawnSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  return status === 0 ? stdout : null;
}

/** @param {string} command */
export const onPath = (command) => output("sh", ["-c", `command -v "$1"`, "sh", command]) !== null;
