// The plans of the page for teachers, by every lab's own table: all statements are in them, in an order that works, within their time.
import { describe, expect, it } from "vitest";
import { labs } from "../../web/build/pages-labs.ts";
import { homeOf, lasts, sessionsOf } from "../../web/build/pages-syllabus.ts";
import { hasWorked } from "../../web/host/worked/list.ts";
import { type Lesson, PLANS, type Plan } from "../../web/pages/course.ts";
import { topics } from "../../web/pages/messages/topics.en.ts";

const plans = Object.keys(PLANS) as Plan[];
const inLab = labs.map((lab) => [lab.id, lab] as const);
const needs = new Map(labs.flatMap(({ course }) => Object.entries(course?.needs ?? {})));
const provedIn = ({ parts }: Lesson) => parts.flatMap((part) => (part.act === "prove" ? part.claims : []));
const solvedIn = ({ parts }: Lesson) => parts.flatMap((part) => (part.act === "solve" ? part.tasks : []));

describe.each(inLab)("%s", (_, { id, claims, tasks, course }) => {
  const ids = claims.map((claim) => claim.id);

  it("says of every statement what it needs", () => {
    expect(Object.keys(course?.needs ?? {})).toEqual(ids);
    for (const [claim, { knows, after }] of Object.entries(course?.needs ?? {})) {
      expect(knows.length + after.length, claim).toBeGreaterThan(0);
      for (const list of [knows, after]) expect(new Set(list).size, claim).toBe(list.length);
    }
  });

  it.each(plans)("has each statement in class or at home, in order, and no task twice: %s", (plan) => {
    const lesson = course?.lessons[plan];
    if (lesson === undefined) throw new Error(`no lesson of ${id}`);
    expect([...provedIn(lesson), ...lesson.read].sort()).toEqual([...ids].sort());
    expect(provedIn(lesson)).toEqual(ids.filter((claim) => provedIn(lesson).includes(claim)));
    const given = [...solvedIn(lesson), ...lesson.home];
    expect(new Set(given).size).toBe(given.length);
    // What is solved in class has been seen there.
    const seen: string[] = [];
    for (const part of lesson.parts) {
      if (part.act === "prove") seen.push(...part.claims);
      if (part.act === "worked") expect(hasWorked(id)).toBe(true);
      if (part.act !== "solve") continue;
      for (const task of part.tasks) expect(seen, task).toContain(tasks.find((each) => each.id === task)?.claim);
    }
    // Every statement is worked on at home, or has been in class.
    const worked = given.map((task) => tasks.find((each) => each.id === task)?.claim);
    expect(ids.filter((claim) => !worked.includes(claim))).toEqual([]);
  });
});

it.each(plans)("every session has its time, with some left to set the homework: %s", (plan) => {
  const { minutes, review } = PLANS[plan];
  const sessions = sessionsOf(labs);
  expect(sessions.length).toBe(new Set(labs.map(({ problem }) => problem)).size);
  for (const [k, own] of sessions.entries()) {
    const parts = own.flatMap((lab) => (lab.course?.lessons[plan].parts ?? []).map((part) => lasts(lab, part)));
    const left = minutes - parts.reduce((sum, each) => sum + each, 0) - (k === 0 ? 0 : review);
    expect(left, `session ${k + 1}`).toBeGreaterThanOrEqual(3);
    expect(left, `session ${k + 1}`).toBeLessThanOrEqual(10);
    const home = homeOf(own, plan).reduce((sum, each) => sum + each.minutes, 0);
    expect(home, `homework ${k + 1}`).toBeLessThanOrEqual(90);
  }
});

it("what comes first is there, and leads back to nothing", () => {
  const open = new Set<string>();
  const ends = (claim: string): void => {
    expect([...open], claim).not.toContain(claim);
    open.add(claim);
    for (const before of needs.get(claim)?.after ?? []) {
      expect(needs.has(before), `${claim} after ${before}`).toBe(true);
      ends(before);
    }
    open.delete(claim);
  };
  for (const claim of needs.keys()) ends(claim);
});

it("every topic is needed somewhere", () => {
  const known = new Set([...needs.values()].flatMap(({ knows }) => knows));
  expect(Object.keys(topics).filter((topic) => !known.has(topic as keyof typeof topics))).toEqual([]);
});
