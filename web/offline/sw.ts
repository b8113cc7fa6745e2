// The service worker: keeps one generation of the site, and answers from it where there is no network.
//
// A generation is stored whole or not used. Its worker waits until no tab is left of the one before, or the user says so; the
// caches of older generations stay as long as a tab is open that was loaded from them. Of what is in one language only, it keeps those that
// were used here.
import {
  cacheName,
  type Generation,
  isGone,
  isTrouble,
  ownCaches,
  type Plan,
  planFor,
  readQuestion,
  unused,
  WHICH_LANGUAGE,
} from "./generation.ts";
import { storeAll } from "./store.ts";

declare const self: ServiceWorkerGlobalScope;
/** Written in front of this script when the site is built. */
declare const GENERATION: Generation;

/** A page that has not begun to arrive by then is taken from the cache, ms. */
const PATIENCE = 3000;

const scope = self.registration.scope;
const own = cacheName(scope, GENERATION.id);
/** In an older generation's cache: the ids of the tabs that were open when it was replaced. */
const TABS = `${scope}?tabs`;

/** In a generation's cache: the languages that it is kept for. */
const LANGUAGES = `${scope}?languages`;
/** A tab that does not say its language by then is of an older making, ms. */
const ANSWER = 2000;

const store = { scope, caches, fetch: (url: string, init: RequestInit) => fetch(url, init) };

async function others(): Promise<string[]> {
  return ownCaches(await caches.keys(), scope).filter((name) => name !== own);
}

async function openTabs(): Promise<string[]> {
  const tabs = await self.clients.matchAll({ includeUncontrolled: true });
  return tabs.filter(({ url }) => url.startsWith(scope)).map(({ id }) => id);
}

const namesIn = (given: unknown): string[] =>
  Array.isArray(given) ? given.filter((name): name is string => typeof name === "string") : [];

async function languagesOf(name: string): Promise<string[]> {
  const list = await (await caches.open(name)).match(LANGUAGES);
  return list ? namesIn(await list.json()) : [];
}

function languageOf(tab: Client): Promise<string[]> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((done) => {
    port1.onmessage = ({ data }) => done(namesIn([data]));
    setTimeout(done, ANSWER, []);
    tab.postMessage({ type: WHICH_LANGUAGE }, [port2]);
  });
}

/** The languages that open tabs are in, and that older generations were kept for. */
async function languagesInUse(): Promise<string[]> {
  const tabs = await self.clients.matchAll({ includeUncontrolled: true, type: "window" });
  const ours = tabs.filter(({ url }) => url.startsWith(scope));
  const found = await Promise.all([...ours.map(languageOf), ...(await others()).map(languagesOf)]);
  return [...new Set(found.flat())];
}

/** What cannot be stored leaves the list as it was, and is tried again with the next visit. */
async function keepIn(languages: readonly string[]): Promise<void> {
  await storeAll(GENERATION, own, store, languages);
  await (await caches.open(own)).put(LANGUAGES, new Response(JSON.stringify(languages)));
}

async function keepAlso(language: string): Promise<void> {
  const languages = await languagesOf(own);
  if (GENERATION.files.some((file) => file.language === language) && !languages.includes(language))
    await keepIn([...languages, language]);
}

/** The older generations are replaced: those tabs that are open now are the last to use them. */
async function replaceOlder(): Promise<void> {
  const tabs = JSON.stringify(await openTabs());
  for (const name of await others()) {
    const cache = await caches.open(name);
    if (!(await cache.match(TABS))) await cache.put(TABS, new Response(tabs));
  }
  await sweep();
}

/** Delete the generations that no tab uses any more. One that waits for its turn has no list of tabs, and stays. */
async function sweep(): Promise<void> {
  const users = new Map<string, string[]>();
  for (const name of await others()) {
    const list = await (await caches.open(name)).match(TABS);
    if (list) users.set(name, await list.json());
  }
  for (const name of unused(users, await openTabs())) await caches.delete(name);
}

/** Where the site was taken down, with this script, nothing of it stays here. */
async function leaveIfGone(): Promise<void> {
  const { status } = await fetch(self.location.href, { cache: "no-store" });
  if (!isGone(status)) return;
  for (const name of ownCaches(await caches.keys(), scope)) await caches.delete(name);
  await self.registration.unregister();
}

/** A kept file: this generation's, else another's. Storage that fails is as good as empty. */
async function kept(url: string): Promise<Response | undefined> {
  try {
    for (const name of [own, ...(await others())]) {
      const found = await (await caches.open(name)).match(url);
      if (found) return found;
    }
  } catch {
    // The network is asked then.
  }
  return undefined;
}

async function fromCache({ url }: Plan, request: Request): Promise<Response> {
  return (await kept(url)) ?? fetch(request);
}

async function fromNetwork({ url, folder }: Plan, event: FetchEvent): Promise<Response> {
  const answer = fetch(event.request);
  const late = new Promise<null>((done) => setTimeout(done, PATIENCE, null));
  const first = await Promise.race([answer.catch(() => null), late]);
  if (first !== null && isGone(first.status)) event.waitUntil(leaveIfGone().catch(() => undefined));
  if (first !== null && !isTrouble(first.status)) return first;
  const copy = await kept(url);
  if (copy === undefined) return answer;
  // Its links are relative to the folder.
  return folder === undefined ? copy : Response.redirect(folder);
}

self.addEventListener("install", (event) => event.waitUntil(languagesInUse().then(keepIn)));

self.addEventListener("activate", (event) => event.waitUntil(replaceOlder().then(() => self.clients.claim())));

self.addEventListener("fetch", (event) => {
  const plan = planFor(event.request, scope, GENERATION);
  if (plan === null) return;
  event.respondWith(plan.first === "cache" ? fromCache(plan, event.request) : fromNetwork(plan, event));
});

self.addEventListener("message", (event) => {
  const question = readQuestion(event.data);
  if (question === null) return;
  const { type } = question;
  if (type === "take-over") event.waitUntil(self.skipWaiting());
  else if (type === "at-rest") {
    event.waitUntil(sweep());
    if (question.language !== null) event.waitUntil(keepAlso(question.language).catch(() => undefined));
  } else if (type === "out-of-reach") event.waitUntil(leaveIfGone().catch(() => undefined));
  else event.ports[0]?.postMessage(GENERATION.files.some(({ name }) => name === question.name));
});
