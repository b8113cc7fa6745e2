// What is said to those who do not see the page, one sentence at a time. Live regions all over the page would cut each other off: one
// change of the data changes a status, some verdicts and a picture at once. So all of them say it here, and wait for their turn.
// A dialog has its own region inside: what is outside of a modal dialog is not read out.

/** What one gesture changes comes within this time, ms; of one topic only the last sentence is said. */
const REST = 300;
/** How long a sentence is left alone, ms: a screen reader reads about so many letters in a second, of Chinese a quarter. */
const LEAST = 1000;
const PER_LETTER = 50;
const PER_HAN = 200;
const MOST = 8000;

/** Topic -> what is to be said of it, in the order of their coming. */
const waiting = new Map<string, string>();
let region: HTMLElement | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
/** The topic of what is being said; null while it is quiet. */
let saying: string | null = null;

function timeFor(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return Math.min(MOST, Math.max(LEAST, (text.length - han) * PER_LETTER + han * PER_HAN));
}

function next(): void {
  const first = waiting.entries().next();
  if (first.done) {
    // Empty, so that the same sentence is a change when it is said again.
    if (region !== null) region.textContent = "";
    saying = null;
    timer = undefined;
    return;
  }
  const [topic, text] = first.value;
  waiting.delete(topic);
  saying = topic;
  if (region !== null) region.textContent = text;
  timer = setTimeout(next, timeFor(text));
}

/** The place in the page before there are words: only then is it read out. */
export function openAnnouncer(): void {
  if (region?.isConnected) return;
  region = document.createElement("p");
  region.id = "announcer";
  region.className = "visually-hidden";
  region.setAttribute("role", "status");
  document.body.append(region);
}

/**
 * Say it when its turn comes.
 * @param topic what it is about: of what waits, it replaces the sentence of the same topic
 * @param text "" takes back what waits
 */
export function announce(topic: string, text: string): void {
  if (text === "") {
    waiting.delete(topic);
    return;
  }
  openAnnouncer();
  waiting.set(topic, text);
  if (saying !== null && timer !== undefined) return;
  clearTimeout(timer);
  timer = setTimeout(next, REST);
}
