// The one queue of what is said: each sentence in full and in its turn, nothing twice, and nothing that is no longer so.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createQueue, type Queue } from "../../web/host/announce-queue.ts";

let said: string[];
let queue: Queue;
beforeEach(() => {
  vi.useFakeTimers();
  said = [];
  queue = createQueue((text) => said.push(text));
});
afterEach(() => {
  vi.useRealTimers();
});
const pass = (ms: number) => vi.advanceTimersByTime(ms);
/** Long after everything has been said. */
const end = () => pass(120_000);
const sentences = () => said.filter((text) => text !== "");

describe("the queue of what is said", () => {
  it("says what comes first first, each for as long as it takes to read", () => {
    queue.announce("status", "Solving takes longer than usual.");
    queue.announce("verdicts", "Three of five claims hold.");
    queue.announce("picture", "Point 3 is outside.");
    pass(300);
    expect(said).toEqual(["Solving takes longer than usual."]);
    // 32 letters: 1.6 s.
    pass(1200);
    expect(sentences()).toHaveLength(1);
    pass(600);
    expect(sentences()).toHaveLength(2);
    end();
    expect(sentences()).toEqual([
      "Solving takes longer than usual.",
      "Three of five claims hold.",
      "Point 3 is outside.",
    ]);
    expect(said.at(-1)).toBe("");
  });

  it("says of one topic only the last sentence, once it rests", () => {
    for (let k = 0; k < 50; ++k) {
      queue.announce("picture", `x = ${k}`);
      pass(20);
    }
    expect(said).toEqual([]);
    end();
    expect(sentences()).toEqual(["x = 49"]);
  });

  it("does not let a topic that changes on and on hold up another", () => {
    queue.announce("picture", "x = 0");
    queue.announce("verdicts", "All hold.");
    for (let k = 1; k < 30; ++k) {
      queue.announce("picture", `x = ${k}`);
      pass(100);
    }
    expect(sentences()[0]).toBe("All hold.");
    end();
    expect(sentences()).toEqual(["All hold.", "x = 29"]);
  });

  it("lets a topic interrupt itself, and no other", () => {
    const long = "a".repeat(100);
    queue.announce("walk", long);
    pass(300);
    queue.announce("verdicts", "All hold.");
    queue.announce("walk", "y = 2");
    pass(300);
    expect(sentences()).toEqual([long, "y = 2"]);
    end();
    expect(sentences()).toEqual([long, "y = 2", "All hold."]);
  });

  it("says a sentence again when it has been said, and not while it is being said", () => {
    queue.announce("picture", "At the end.");
    pass(300);
    queue.announce("picture", "At the end.");
    end();
    expect(sentences()).toEqual(["At the end."]);
    queue.announce("picture", "At the end.");
    end();
    // Emptied in between: a screen reader hears changes.
    expect(said).toEqual(["At the end.", "", "At the end.", ""]);
  });

  it("says the same sentence of two topics twice, as two changes", () => {
    queue.announce("a", "Copied.");
    queue.announce("b", "Copied.");
    end();
    expect(said).toEqual(["Copied.", "", "Copied.", ""]);
  });

  it("takes back what waits, and leaves what is being said", () => {
    queue.announce("place", "Press where it is to go.");
    queue.announce("place", "");
    end();
    expect(said).toEqual([]);
    queue.announce("place", "Press where it is to go.");
    pass(300);
    queue.announce("place", "");
    end();
    expect(said).toEqual(["Press where it is to go.", ""]);
  });

  it("drops what has waited too long, and the oldest of too many", () => {
    const long = "a".repeat(200);
    for (let k = 0; k < 6; ++k) queue.announce(`topic ${k}`, `${k}${long}`);
    end();
    // 8 s each: the third would begin after 16 s.
    expect(sentences().map((text) => text[0])).toEqual(["0", "1"]);
    said = [];
    for (let k = 0; k < 50; ++k) queue.announce(`topic ${k}`, `number ${k}`);
    end();
    expect(sentences()).toEqual([44, 45, 46, 47, 48, 49].map((k) => `number ${k}`));
  });

  it("leaves a Chinese sentence four times as long as a Latin one of as many letters", () => {
    queue.announce("a", "五個命題之中有三個成立，另外兩個不成立");
    queue.announce("b", "next");
    pass(2500);
    expect(sentences()).toHaveLength(1);
    end();
    expect(sentences()).toHaveLength(2);
  });
});
