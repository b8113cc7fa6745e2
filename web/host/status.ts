// The status line: what the solver is doing when that takes a while, and what went wrong until it is right again.

import { announce } from "./announce.ts";
import type { ClientStatus } from "./lab.ts";
import { border } from "./messages/border.en.ts";
import { en as words } from "./messages/en.ts";
import { format } from "./messages/format.ts";

/** A run shorter than this is not worth a word, ms. */
export const QUIET = 350;
/** A run longer than this is announced to screen readers, and so is its end, ms. */
const SPOKEN = 2000;

export interface StatusLine {
  kind: "running" | "refused" | "restarted" | "unavailable" | "stopped";
  text: string;
  /** What the solver or the browser said, in English, where the page's language has no words for it. */
  original?: string;
  /** Whether the run can be stopped here. */
  stop: boolean;
}

/**
 * What the line says.
 * @param elapsed ms since the present run began  @param progress the lab's own words  @param stopped the user stopped it
 * @returns null when there is nothing to say
 */
export function statusLine(
  status: ClientStatus,
  elapsed: number,
  progress: string,
  stopped: boolean,
): StatusLine | null {
  const say = words.shell.status;
  switch (status.phase) {
    case "idle":
      return stopped ? { kind: "stopped", text: say.cancelled, stop: false } : null;
    case "running": {
      if (elapsed < QUIET) return null;
      const seconds = Math.floor(elapsed / 1000);
      const text = seconds < 2 ? say.running : format(say.runningFor, { seconds });
      return { kind: "running", text: progress === "" ? text : `${text} ${progress}`, stop: true };
    }
    case "refused":
      return { kind: "refused", ...refusedSentence(status.message), stop: false };
    case "restarted":
      return {
        kind: "restarted",
        ...withCause(status.gaveUp ? say.gaveUp : say.restarted, status.message),
        stop: false,
      };
    case "unavailable":
      return { kind: "unavailable", ...withCause(words.shell.unavailable[status.cause], status.message), stop: false };
  }
}

type Sentence = Pick<StatusLine, "text" | "original">;

/** @param message of the solver or the browser, "" for none */
function said(sentence: string, message: string, bracketed = (text: string) => text): Sentence {
  const known = message && border(message);
  const text = format(sentence, { message: known && bracketed(known) }).trim();
  return known === message ? { text } : { text, original: message };
}

const withCause = (sentence: string, message: string) => said(sentence, message, (text) => `(${text})`);

/** A solver's refusal without the names of its calls and fields, which mean nothing to the user. */
function refusedSentence(message: string): Sentence {
  const say = words.shell.status;
  const [, field, expected = "", got = ""] = /^[\w.]+: ([^:]+): expected (.+), got (.+)$/s.exec(message) ?? [];
  if (field === undefined) return said(say.refused, message);
  if (field === "kernel") return { text: say.kernelTooLarge };
  const known = border(expected);
  return known === ""
    ? said(say.refused, `${expected}: ${got}`)
    : { text: format(say.refusedValue, { expected: known, got }) };
}

export interface StatusBar {
  update(status: ClientStatus): void;
  progress(text: string): void;
  dispose(): void;
}

/** @param oncancel the user wants the run stopped */
export function createStatusBar(root: HTMLElement, oncancel: () => void): StatusBar {
  const bar = document.createElement("div");
  bar.className = "status";
  bar.hidden = true;
  const text = document.createElement("p");
  const stop = document.createElement("button");
  stop.type = "button";
  stop.className = "button";
  stop.textContent = words.shell.status.cancel;
  bar.append(text, stop);
  root.append(bar);

  let status: ClientStatus = { phase: "idle" };
  let progress = "";
  let stopped = false;
  let announced = false;
  /** A failure stays on show while the retry runs: it would otherwise flash by. */
  let failure: ClientStatus | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;

  stop.onclick = () => {
    stopped = true;
    oncancel();
  };

  /** Show the button or take it away; focus on it must not fall to the body then. */
  function offerStop(offered: boolean): void {
    if (!offered && document.activeElement === stop) {
      document.querySelector<HTMLElement>("main")?.focus({ preventScroll: true });
    }
    if (stop.hidden === offered) stop.hidden = !offered;
  }

  /** What was said last: the line is written anew while it stands. */
  let told = "";
  function say(sentence: string): void {
    if (sentence !== told) announce("status", sentence);
    told = sentence;
  }

  function show(): void {
    const elapsed = status.phase === "running" ? performance.now() - status.since : 0;
    const line = statusLine(status, elapsed, progress, stopped) ?? (failure && statusLine(failure, 0, "", false));
    offerStop(line?.stop ?? false);
    // Written anew it calls for styles anew: a drag begins and ends a run each frame.
    if (bar.hidden !== (line === null)) bar.hidden = line === null;
    if (!line) return;
    bar.dataset.kind = line.kind;
    text.textContent = line.text;
    if (line.original) {
      const original = document.createElement("span");
      original.lang = "en";
      original.textContent = ` (${line.original})`;
      text.append(original);
    }
    // The line is as long as there is room.
    text.title = line.text;
    if (line.kind !== "running") say(line.text);
    else if (elapsed > SPOKEN && !announced) {
      announced = true;
      say(words.shell.status.running);
    }
  }

  return {
    update(next) {
      const wasRunning = status.phase === "running";
      status = next;
      clearInterval(timer);
      if (next.phase === "running") {
        stopped = false;
        progress = "";
        told = "";
        // Often enough that the line comes soon after its delay and counts seconds evenly.
        timer = setInterval(show, QUIET);
      } else {
        failure = next.phase === "restarted" ? next : null;
        if (next.phase === "idle" && wasRunning && announced) say(words.shell.status.solved);
        announced = false;
      }
      show();
    },
    progress(sentence) {
      progress = sentence;
    },
    dispose() {
      clearInterval(timer);
      bar.remove();
      announce("status", "");
    },
  };
}
