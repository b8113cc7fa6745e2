// Chromium as it runs at home: nothing is attached to its workers. Playwright attaches to each service worker, and a worker that is
// replaced while it is attached to may keep its successor waiting for good. Tabs are driven over the browser's own pipe.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { setTimeout as after } from "node:timers/promises";
import type { LaunchOptions } from "@playwright/test";

/** A tab is asked again this often, ms. */
const EVERY = 200;

type Answer = Readonly<Record<string, unknown>>;
type Send = (method: string, params?: object) => Promise<Answer>;

export class Tab {
  /** What was thrown in the page and caught by nobody. */
  readonly errors: string[] = [];
  readonly send: Send;

  constructor(send: Send) {
    this.send = send;
  }

  /** @param work is sent as text: it sees its arguments and the page, nothing else */
  async evaluate<T, A extends readonly unknown[]>(work: (...given: A) => T | Promise<T>, ...given: A): Promise<T> {
    const expression = `(${work})(...${JSON.stringify(given)})`;
    const answer = await this.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    const { result, exceptionDetails } = answer as { result: { value: T }; exceptionDetails?: object };
    if (exceptionDetails) throw new Error(`${work}: ${JSON.stringify(exceptionDetails)}`);
    return result.value;
  }

  /** Ask until the page says yes; a page that is being loaded says nothing. @throws where it has not within so many ms */
  async until<A extends readonly unknown[]>(
    what: string,
    asked: (...given: A) => boolean | Promise<boolean>,
    given: A,
    ms = 60_000,
  ): Promise<void> {
    const end = Date.now() + ms;
    while (Date.now() < end) {
      const yes = await Promise.race([this.evaluate(asked, ...given).catch(() => false), after(EVERY * 10, false)]);
      if (yes) return;
      await after(EVERY);
    }
    throw new Error(`not within ${ms / 1000} s: ${what}`);
  }
}

/** @returns a browser with no tab but an empty one */
export async function bareChromium({ executablePath, args = [], env }: LaunchOptions) {
  if (executablePath === undefined) throw new Error("which browser?");
  const folder = mkdtempSync(join(tmpdir(), "proofground-bare-"));
  const own = ["--headless=new", "--remote-debugging-pipe", `--user-data-dir=${folder}`, "about:blank"];
  const browser = spawn(executablePath, [...args, ...own], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  const [to, from] = browser.stdio.slice(3) as unknown as [Writable, Readable];
  const waiting = new Map<number, { done: (answer: Answer) => void; failed: (error: Error) => void }>();
  const tabs = new Map<string, Tab>();

  function take(text: string): void {
    const { id, result, error, method, params, sessionId } = JSON.parse(text);
    if (method === "Runtime.exceptionThrown") tabs.get(sessionId)?.errors.push(JSON.stringify(params.exceptionDetails));
    const asker = waiting.get(id);
    waiting.delete(id);
    if (error) asker?.failed(new Error(error.message));
    else asker?.done(result);
  }
  let rest = "";
  from.setEncoding("utf8").on("data", (piece: string) => {
    const texts = (rest + piece).split("\0");
    rest = texts.pop() ?? "";
    for (const text of texts) take(text);
  });

  let count = 0;
  const sendTo =
    (sessionId?: string): Send =>
    (method, params = {}) =>
      new Promise((done, failed) => {
        count += 1;
        waiting.set(count, { done, failed });
        to.write(`${JSON.stringify({ id: count, method, params, sessionId })}\0`);
      });
  const send = sendTo();

  return {
    /** @returns the tab, in front of the others, as soon as it begins to load */
    async open(url: string): Promise<Tab> {
      const { targetId } = await send("Target.createTarget", { url: "about:blank" });
      const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
      const tab = new Tab(sendTo(String(sessionId)));
      tabs.set(String(sessionId), tab);
      await tab.send("Runtime.enable");
      await tab.send("Page.navigate", { url });
      return tab;
    },
    async close(): Promise<void> {
      const gone = new Promise((done) => browser.once("exit", done));
      browser.kill("SIGKILL");
      await gone;
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
