// A page of another site with frames of ours in it, which keeps what they tell it.
import { createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import type { FrameLocator, Page } from "@playwright/test";
import { serve } from "../../../web/build/serve.mjs";

export interface Told {
  readonly proofground?: number;
  readonly type?: string;
  readonly id?: string | number;
  readonly state?: Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
}

export interface Host {
  readonly page: Page;
  readonly frame: FrameLocator;
  /** Runs in the host page: `frames[k]` is the window of frame k. */
  post(message: unknown, k?: number): Promise<void>;
  /** All that frame k has told, in order; texts (of learning platforms) as they came. */
  told(k?: number): Promise<(Told | string)[]>;
  /** Messages of one type. */
  of(type: string, k?: number): Promise<Told[]>;
  /** Post with an id, and wait for the answer. */
  ask(message: Readonly<Record<string, unknown>>, k?: number): Promise<Told>;
}

const listen = () => {
  const kept: { k: number; data: unknown }[] = [];
  Object.assign(window, { kept });
  window.addEventListener("message", (event) => {
    const k = [...document.querySelectorAll("iframe")].findIndex((each) => each.contentWindow === event.source);
    kept.push({ k, data: event.data });
  });
};

let ids = 0;

/** @param html the body; its frames are ours  @param name of this machine: another one is another site */
export async function hostOf(page: Page, html: string, name = "localhost"): Promise<Host> {
  const { url, close } = await serve(resolve(import.meta.dirname, "elsewhere"), { policy: "" });
  page.once("close", () => void close());
  await page.addInitScript(`if (window === top) (${listen})();`);
  await page.goto(url.replace("127.0.0.1", name));
  await page.evaluate((text) => {
    document.body.innerHTML = text;
  }, html);
  const host: Host = {
    page,
    frame: page.frameLocator("iframe").first(),
    post: (message, k = 0) =>
      page.evaluate(([data, index]) => window.frames[index as number]?.postMessage(data, "*"), [message, k]),
    told: (k = 0) =>
      page.evaluate(
        (index) =>
          (window as unknown as { kept: { k: number; data: unknown }[] }).kept
            .filter((each) => each.k === index)
            .map(({ data }) => data as Told | string),
        k,
      ),
    of: async (type, k = 0) =>
      (await host.told(k)).filter((each): each is Told => typeof each === "object" && each.type === type),
    async ask(message, k = 0) {
      const id = `ask ${++ids}`;
      await host.post({ proofground: 1, id, ...message }, k);
      const answer = await page.waitForFunction(
        (wanted) =>
          (window as unknown as { kept: { data: Told }[] }).kept
            .map(({ data }) => data)
            .find((data) => data?.id === wanted),
        id,
        { timeout: 30_000 },
      );
      return (await answer.jsonValue()) as Told;
    },
  };
  return host;
}

/** The element of a frame. */
export const iframe = (src: string, attributes = 'width="900" height="600"') =>
  `<iframe src="${src}" ${attributes}></iframe>`;

/** The site under another address, where each request that reaches it is counted: what a cache answers does not. */
export async function countingServer(site: string) {
  const paths: string[] = [];
  const server = createServer((request, response) => {
    paths.push(request.url ?? "");
    get(new URL(request.url ?? "", site), { headers: { accept: "*/*" } }, (from) => {
      response.writeHead(from.statusCode ?? 500, from.headers);
      from.pipe(response);
    });
  });
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked: (pattern: RegExp) => paths.filter((path) => pattern.test(path)).length,
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((done) => void server.close(() => done()));
    },
  };
}
