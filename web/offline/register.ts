// The page's end of working offline: registers the service worker once the page has come to rest, and tells of a new version.
// Where there are no service workers (a file, an insecure host, a private window), nothing happens and nothing is said.
import { announce } from "./announce.ts";
import { type Question, WHICH_LANGUAGE } from "./generation.ts";

/** A tab that stays open asks for a new version when it is looked at again, at most this often, ms. */
const ASK_AGAIN = 60 * 60 * 1000;
/** A worker that was just found has this long to answer, ms; one of another making might not. */
const ANSWER = 5000;

/** The script that the page began with. Its name carries a hash of all that it loads, so it tells which build the page is of. */
const entry = (): string | null => document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src ?? null;

function link(rel: string, href: string): void {
  const element = document.createElement("link");
  element.rel = rel;
  element.href = href;
  document.head.append(element);
}

const ask = (worker: ServiceWorker, question: Question, transfer: Transferable[] = []) =>
  worker.postMessage(question, transfer);

/** Whether this file is one of the worker's generation; null where it does not say. */
function lists(worker: ServiceWorker, name: string): Promise<boolean | null> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((done) => {
    port1.onmessage = ({ data }) => done(data === true);
    setTimeout(done, ANSWER, null);
    ask(worker, { type: "lists", name }, [port2]);
  });
}

/** It answers all tabs from now on. @returns once it does, or has given way to a newer one */
function takeOver(worker: ServiceWorker): Promise<void> {
  return new Promise((done) => {
    worker.addEventListener("statechange", () => {
      if (worker.state === "activated" || worker.state === "redundant") done();
    });
    ask(worker, { type: "take-over" });
  });
}

/** @param address writes the state into the address; null where there is too much for it */
export async function register(address: () => Promise<string | null>): Promise<void> {
  const script = entry();
  // The single file has all of its script inside; a page in a frame belongs to the page around it.
  if (script === null || window.parent !== window || !("serviceWorker" in navigator)) return;
  const saving = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData;
  if (saving) return;
  const language = document.documentElement.lang;
  navigator.serviceWorker.addEventListener("message", ({ data, ports }: MessageEvent<unknown>) => {
    if (Object(data).type === WHICH_LANGUAGE) ports[0]?.postMessage(language);
  });
  try {
    const known = await navigator.serviceWorker.register("./sw.js", { updateViaCache: "none" });
    await watch(known, script, address);
    // Only now, so that a first visit does not fetch them.
    link("manifest", language === "en" ? "./manifest.webmanifest" : `./manifest.${language}.webmanifest`);
    link("apple-touch-icon", "./icons/touch.png");
  } catch {
    // Refused, or not to be had: the page works as it does without.
  }
}

async function watch(
  known: ServiceWorkerRegistration,
  script: string,
  address: () => Promise<string | null>,
): Promise<void> {
  const name = decodeURI(script).slice(known.scope.length);

  async function reload(): Promise<boolean> {
    if ((await address()) === null) return false;
    if (known.waiting) await takeOver(known.waiting);
    location.reload();
    return true;
  }

  /** Whether the newest generation is another than this page's. */
  async function look(): Promise<void> {
    const newest = known.waiting ?? known.active;
    const ours = newest && (await lists(newest, name));
    if (!newest || ours === null) return;
    if (!ours) announce(reload);
    // The user has reloaded the page meanwhile: it is the new one already, and older tabs keep their files.
    else if (newest === known.waiting) await takeOver(newest);
  }

  function follow(worker: ServiceWorker): void {
    worker.addEventListener("statechange", () => {
      if (worker.state === "installed") void look();
    });
  }

  /** Ask the server for a newer worker; while one is on its way, what there is may be older than this page. */
  async function update(): Promise<void> {
    try {
      await known.update();
      if (!known.installing) await look();
    } catch {
      if (known.active) ask(known.active, { type: "out-of-reach" });
    }
  }

  known.addEventListener("updatefound", () => known.installing && follow(known.installing));
  if (known.installing) follow(known.installing);
  navigator.serviceWorker.addEventListener("controllerchange", () => void look());
  if (known.active) ask(known.active, { type: "at-rest", language: document.documentElement.lang });
  await update();
  let asked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - asked < ASK_AGAIN) return;
    asked = Date.now();
    void update();
  });
}
