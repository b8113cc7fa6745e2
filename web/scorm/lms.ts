// One visit in the words of SCORM 1.2. Every call is asked whether it went well; what went wrong is told, and the visit goes on.
import type { Api } from "./find-api.ts";

/** A call that the platform refused, or broke at. */
export interface Trouble {
  /** The function, and what it was about. */
  readonly call: string;
  /** The platform's number: "" where it threw something. */
  readonly code: string;
  readonly message: string;
}

export type LessonStatus = "passed" | "completed" | "failed" | "incomplete" | "browsed" | "not attempted";

/** The element is one that a platform may lack. */
const NOT_IMPLEMENTED = "401";
const MOST_HOURS = 9999;

/** @param ms how long @returns as HHHH:MM:SS.SS */
export function timespan(ms: number): string {
  const hundredths = Math.min(Math.max(Math.round(ms / 10), 0), (MOST_HOURS * 3600 + 3599) * 100 + 99);
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const seconds = hundredths / 100;
  return `${String(Math.floor(seconds / 3600)).padStart(4, "0")}:${two((seconds / 60) % 60)}:${two(seconds % 60)}.${two(hundredths % 100)}`;
}

export class Lms {
  readonly #api: Api;
  readonly #ontrouble: (trouble: Trouble) => void;
  #open = false;
  #changed = false;

  constructor(api: Api, ontrouble: (trouble: Trouble) => void) {
    this.#api = api;
    this.#ontrouble = ontrouble;
  }

  /** Between begin() and finish(): else no other call is made. */
  get open(): boolean {
    return this.#open;
  }

  begin(): boolean {
    this.#open = this.#did("LMSInitialize", () => this.#api.LMSInitialize(""));
    return this.#open;
  }

  /** @returns "" where there is none, or the platform cannot say */
  get(element: string): string {
    if (!this.#open) return "";
    const call = `LMSGetValue ${element}`;
    try {
      const value = String(this.#api.LMSGetValue(element) ?? "");
      // An empty answer may be an error.
      if (value === "") this.#explain(call, true);
      return value;
    } catch (error) {
      this.#threw(call, error);
      return "";
    }
  }

  /** @param optional an element that the platform may lack, without which nothing is lost */
  set(element: string, value: string, optional = false): boolean {
    if (!this.#open) return false;
    this.#changed = true;
    return this.#did(`LMSSetValue ${element}`, () => this.#api.LMSSetValue(element, value), optional);
  }

  /** Keep what has been set since the last time. */
  commit(): boolean {
    if (!this.#open || !this.#changed) return this.#open;
    const done = this.#did("LMSCommit", () => this.#api.LMSCommit(""));
    if (done) this.#changed = false;
    return done;
  }

  /** The last call. */
  finish(): void {
    if (!this.#open) return;
    this.commit();
    this.#open = false;
    this.#did("LMSFinish", () => this.#api.LMSFinish(""));
  }

  #did(call: string, body: () => unknown, optional = false): boolean {
    try {
      // The text "true"; some platforms answer with the value.
      if (String(body()) === "true") return true;
      this.#explain(call, optional);
    } catch (error) {
      this.#threw(call, error);
    }
    return false;
  }

  /** @param optional whether the lack of an element, or of an error, is none */
  #explain(call: string, optional: boolean): void {
    let code = "";
    let message = "";
    try {
      code = String(this.#api.LMSGetLastError() ?? "");
      if (optional && (code === NOT_IMPLEMENTED || code === "0" || code === "")) return;
      message = String(this.#api.LMSGetErrorString(code) ?? "");
    } catch (error) {
      this.#threw(call, error);
      return;
    }
    this.#ontrouble({ call, code, message });
  }

  #threw(call: string, error: unknown): void {
    this.#ontrouble({ call, code: "", message: error instanceof Error ? error.message : String(error) });
  }
}
