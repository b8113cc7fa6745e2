// What is said to those who do not see the page, one sentence at a time. Live regions all over the page would cut each other off: one
// change of the data changes a status, some verdicts and a picture at once. So all of them say it here, and wait for their turn.
// A dialog has its own region inside: what is outside of a modal dialog is not read out.

/** A sentence that changes many times in a second is said once it has been the same for this long, ms. */
const REST = 250;
/** How long a sentence is left alone, ms: a screen reader reads about so many letters in a second, of Chinese a quarter. */
const LEAST = 1000;
const PER_LETTER = 50;
const PER_HAN = 200;
const MOST = 8000;
/** A sentence that has waited this long is not about what the page shows by now, ms. */
const STALE = 15_000;
/** Sentences that wait; the oldest goes first. */
const ROOM = 6;

interface Waiting {
  readonly text: string;
  /** When it was first to be said, and last: performance.now(). */
  readonly since: number;
  readonly changed: number;
}

export interface Queue {
  /**
   * Say it when its turn comes. What comes first is said first; a sentence on what is just being said takes over at once.
   * @param topic what it is about: of what waits, it replaces the sentence of the same topic
   * @param text "" takes back what waits
   */
  announce(topic: string, text: string): void;
}

function timeFor(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return Math.min(MOST, Math.max(LEAST, (text.length - han) * PER_LETTER + han * PER_HAN));
}

/** @param show puts a text in the place of what is read out; "" before the next one, so that the same sentence is a change */
export function createQueue(show: (text: string) => void): Queue {
  /** By topic, in the order of their coming. */
  const waiting = new Map<string, Waiting>();
  /** What is being said, and until when; null while it is quiet. */
  let saying: { readonly topic: string; readonly text: string; readonly until: number } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** When its turn comes, as far as it is known now. */
  const due = (topic: string, { changed }: Waiting) =>
    Math.max(changed + REST, saying === null || saying.topic === topic ? 0 : saying.until);

  function next(): void {
    const now = performance.now();
    for (const [topic, { since }] of waiting) if (now - since > STALE) waiting.delete(topic);
    const turn = [...waiting].find((entry) => due(...entry) <= now);
    if (turn !== undefined) {
      const [topic, { text }] = turn;
      waiting.delete(topic);
      // Said once more, it is a change only after something else.
      if (saying?.text === text) show("");
      show(text);
      saying = { topic, text, until: now + timeFor(text) };
    } else if (saying !== null && saying.until <= now) {
      show("");
      saying = null;
    }
    wait();
  }

  function wait(): void {
    clearTimeout(timer);
    const times = [...waiting].map((entry) => due(...entry));
    if (saying !== null) times.push(saying.until);
    if (times.length > 0) timer = setTimeout(next, Math.max(0, Math.min(...times) - performance.now()));
  }

  return {
    announce(topic, text) {
      const before = waiting.get(topic);
      if (text === "" || (saying?.topic === topic && saying.text === text)) waiting.delete(topic);
      else if (before?.text !== text) {
        const now = performance.now();
        waiting.set(topic, { text, since: before?.since ?? now, changed: now });
        const [oldest] = waiting.keys();
        if (waiting.size > ROOM && oldest !== undefined) waiting.delete(oldest);
      }
      wait();
    },
  };
}

/** A queue with its place in the page, which is there before it has words: only then is it read out. */
export function openQueue(): Queue {
  const region = document.createElement("p");
  region.id = "announcer";
  region.className = "visually-hidden";
  region.setAttribute("role", "status");
  document.body.append(region);
  return createQueue((text) => {
    region.textContent = text;
  });
}
