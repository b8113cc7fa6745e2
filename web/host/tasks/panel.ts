// The tasks of the open lab, under its header: their list, or one that runs. It covers nothing and takes no focus; the lab works as
// always, but for what the task locks.
import { render } from "lit";
import "../locked.css";
import "./tasks.css";
import type { LabEntry } from "../entry.ts";
import { difference } from "../equal.ts";
import type { Frame } from "../frame/frame.ts";
import type { LabModel, Store } from "../lab.ts";
import { en as shellWords } from "../messages/en.ts";
import { format } from "../messages/format.ts";
import { en as words } from "../messages/tasks.en.ts";
import type { Notify } from "../notify.ts";
import { defineNumberControl } from "../number-control.ts";
import { isOn, turn } from "../predict/address.ts";
import { restraints } from "../restraints.ts";
import { TAKES_OVER } from "../scroll.ts";
import { putUnder, type Under } from "../under-header.ts";
import { toFields } from "../url.ts";
import { timeOf } from "./answer-json.ts";
import { isUnfit, lockedFields, taskState } from "./judge.ts";
import { keep, keptAnswers } from "./kept.ts";
import { listView } from "./list-view.ts";
import { lockOfTask } from "./lock.ts";
import { openJudge } from "./open-judge.ts";
import { TaskRun } from "./run.ts";
import { tasksOf, type WordedTask } from "./table.ts";
import { taskView } from "./task-view.ts";

export interface TaskSession {
  readonly entry: LabEntry;
  readonly model: LabModel<object>;
  readonly store: Store<object>;
}

/** What tasks see of the shell, as it is at that moment. */
export interface TasksHost {
  /** All of them: a hand-in has the answers of all. */
  readonly labs: readonly LabEntry[];
  readonly main: HTMLElement;
  /** The lab on screen. */
  readonly session: TaskSession | null;
  readonly frame: Pick<Frame, "task" | "refuse"> | null;
  readonly notify: Notify;
  /** Puts the lab up anew: what is locked has changed. */
  reopen(): Promise<void>;
  /** The address names this task from now on; "": none. */
  named(task: string): void;
}

export interface TasksPanel {
  /** The list, or the focus to what is there: it has been asked for. */
  show(): Promise<void>;
  /**
   * An address asks for these tasks: one begins, several are listed.
   * @param session the lab, which need not be on screen yet  @param goesOn the address has brought a state to go on with
   */
  ask(session: TaskSession, ids: string, goesOn: boolean): Promise<void>;
  /** An address is about to open this lab, and asks for these tasks where it says anything of tasks. */
  leave(lab: string, ids: string | undefined): void;
  /** A lab has been put on screen. */
  entered(): void;
}

export function openTasks(host: TasksHost): TasksPanel {
  let under: Under | null = null;
  /** The lab whose tasks are on show. */
  let session: TaskSession | null = null;
  let all: readonly WordedTask[] = [];
  /** Ids of those that are listed; null: all. */
  let offered: readonly string[] | null = null;
  let filter = false;
  let folded = false;
  let running: { readonly task: WordedTask; readonly run: TaskRun } | null = null;
  /** What the lab showed before a task, and what that has left. */
  let before: { readonly state: object; readonly left: object | null } | null = null;
  let unsubscribe: () => void = () => undefined;
  let frame = 0;

  const openClaim = () => (session?.store.state as { claim?: string } | undefined)?.claim ?? "none";
  const listed = () =>
    all
      .filter(({ task }) => offered === null || offered.includes(task.id))
      .filter(({ task }) => !filter || running !== null || task.claim === openClaim() || openClaim() === "none");
  const done = () => new Set(keptAnswers().flatMap(({ lab, task }) => (lab === session?.entry.id ? [task] : [])));

  function draw(): void {
    frame = 0;
    if (under === null || session === null) return;
    const { bar, body } = under;
    const held = bar.contains(document.activeElement);
    bar.dataset.shows = running ? "task" : "list";
    bar.toggleAttribute("data-folded", running !== null && folded);
    render(running ? one(running) : list(), body);
    // What had the focus may be gone: it does not fall to the top of the page.
    if (held && !bar.contains(document.activeElement)) bar.focus({ preventScroll: true });
  }
  /** Once for all that changes together. */
  function soon(): void {
    if (frame === 0) frame = requestAnimationFrame(draw);
  }

  function list() {
    const state = {
      tasks: listed(),
      done: done(),
      filter: openClaim() === "none" ? null : filter,
      predicts: isOn(),
      offers: before !== null,
      more: offered !== null && document.documentElement.dataset.mode !== "widget",
    };
    return listView(state, {
      begin: (task) => void begin(task, "start"),
      predict: (on) => session && turn(session.entry.id, on),
      restore,
      close,
      handIn: () => void handIn(),
      filter(only) {
        filter = only;
        draw();
      },
      all() {
        offered = null;
        draw();
      },
    });
  }

  async function handIn(): Promise<void> {
    try {
      const { openHandIn } = await import("./hand-in-dialog.ts");
      await openHandIn(host);
    } catch (error) {
      console.error(error);
      host.notify(shellWords.shell.unloaded, "trouble");
    }
  }

  function one({ task, run }: NonNullable<typeof running>) {
    const next = nextOf(task);
    return taskView(
      { task, run, folded, next: next !== null },
      {
        input: (id, value) => run.set(id, value),
        fold(now) {
          folded = now;
          draw();
        },
        again: () => void begin(task, "start"),
        list: back,
        next: () => void (next && begin(next, "start")),
      },
    );
  }

  /** The next one of the list that is not done, after the last one from the first. */
  function nextOf({ task }: WordedTask): WordedTask | null {
    const tasks = listed();
    const at = tasks.findIndex((each) => each.task.id === task.id);
    const known = done();
    return (
      [...tasks.slice(at + 1), ...tasks.slice(0, Math.max(0, at))].find((each) => !known.has(each.task.id)) ?? null
    );
  }

  /** @returns whether there is a panel for it now */
  async function put(next: TaskSession): Promise<boolean> {
    if (session !== next) {
      const tasks = await tasksOf(next.entry.id, next.model.claims);
      end();
      unsubscribe();
      [session, all, offered, before] = [next, tasks, null, null];
      unsubscribe = next.store.subscribe(soon);
    }
    if (all.length === 0) return false;
    under ??= putUnder(host.main, "tasks", words.label, giveWay);
    return under !== null;
  }

  /** @param from "state": with the lab's state, where it has what the task locks as the task wants it; "start": with the task's own */
  async function begin(worded: WordedTask, from: "start" | "state", asked = false): Promise<void> {
    const own = session;
    if (own === null) return;
    const { task } = worded;
    const { entry, model, store } = own;
    const start = await taskState(model, task.start).catch(() => null);
    if (session !== own || start === null || isUnfit(start)) {
      if (session === own) host.notify(words.unavailable, "trouble");
      return;
    }
    const changes = Object.keys(difference(store.state, start.state) ?? {});
    const goesOn = from === "state" && !lockedFields(model, task).some((name) => changes.includes(name));
    const held = goesOn || asked ? undefined : changes.find((name) => restraints.page?.names.has(name));
    if (restraints.page && held !== undefined) {
      host.notify(format(restraints.page.edit, { name: held }), "trouble");
      return;
    }
    const first = running === null;
    if (first && before?.left !== store.state) before = { state: store.state, left: null };
    end();
    if (!goesOn) set(store, start.state);
    restraints.task = lockOfTask(model, task);
    defineNumberControl();
    const run = new TaskRun({
      ...{ store, task, judge: openJudge(entry), changed: soon },
      turned(isDone, measured, by) {
        host.frame?.task(task.id, isDone, measured);
        under?.say(isDone ? format(words.said, { title: worded.words.title }) : words.saidNot);
        if (!isDone) return;
        const at = timeOf(new Date());
        const fields = { ...toFields(model, by.state) };
        const kept = keep({ lab: entry.id, task: task.id, fields, inputs: by.inputs, measured, at });
        if (kept !== "kept") host.notify(words[kept], kept === "visit" ? "plain" : "trouble");
      },
    });
    running = { task: worded, run };
    folded = false;
    host.named(task.id);
    if (first && !goesOn && !asked) host.notify(words.began, "plain");
    draw();
    keepInSight();
    await reopened();
  }

  /** The task sets what it wants, whatever a page around has locked: it has been asked for, or changes nothing of that. */
  function set(store: Store<object>, state: object): void {
    const { page } = restraints;
    restraints.page = null;
    try {
      store.replace(state);
    } catch (error) {
      // A view that stumbles over a state is no reason to stop.
      console.error(error);
    } finally {
      restraints.page = page;
    }
  }

  /** A task that has begun is read first: nothing of the lab is brought into sight (proof-page.ts) before the reader goes on. */
  function keepInSight(): void {
    scrollTo({ top: 0 });
    const bar = under?.bar;
    const goOn = () => {
      bar?.removeAttribute("data-begun");
      for (const event of TAKES_OVER) removeEventListener(event, goOn, true);
    };
    bar?.toggleAttribute("data-begun", true);
    for (const event of TAKES_OVER) addEventListener(event, goOn, { capture: true, passive: true });
  }

  /** A lab that is not on screen yet is put up with what is locked by then. */
  async function reopened(): Promise<void> {
    if (host.session === session) await host.reopen();
  }

  /** The task that runs is over; what it locked is free. */
  function end(): void {
    running?.run.dispose();
    running = null;
    restraints.task = null;
  }

  function back(): void {
    if (session === null) return;
    end();
    if (before) before = { ...before, left: session.store.state };
    host.named("");
    draw();
    void reopened();
  }

  function restore(): void {
    if (session === null || before === null) return;
    session.store.replace(before.state);
    before = null;
    host.notify(words.restored, "plain");
    draw();
  }

  function close(): void {
    end();
    unsubscribe();
    unsubscribe = () => undefined;
    under?.dispose();
    [under, session, before, offered] = [null, null, null, null];
  }

  function giveWay(): boolean {
    if (running) host.notify(words.running, "plain");
    else close();
    return running === null;
  }

  return {
    async show() {
      if (under !== null) under.bar.focus();
      else if (host.session) {
        if (await put(host.session)) draw();
        else if (all.length === 0) host.notify(words.none, "plain");
      }
    },
    async ask(next, ids, goesOn) {
      const shown = await put(next);
      const named = ids.split(",").filter((id) => id !== "");
      const known = named.filter((id) => all.some(({ task }) => task.id === id));
      for (const name of named) {
        if (known.includes(name)) continue;
        const sentence = format(words.unknown, { name: name.slice(0, 80) });
        host.notify(sentence, "trouble");
        host.frame?.refuse("unknown-task", sentence);
      }
      const [only] = all.filter(({ task }) => task.id === known[0]);
      if (only === undefined) {
        if (running === null) close();
        return;
      }
      if (!shown) return;
      offered = known;
      if (known.length === 1) await begin(only, goesOn ? "state" : "start", true);
      else draw();
    },
    leave(lab, ids) {
      if (ids === "") close();
      if (running === null || (lab === session?.entry.id && ids === undefined)) return;
      if (lab !== session?.entry.id) host.notify(words.changedLab, "plain");
      end();
      host.named(ids ?? "");
    },
    entered() {
      if (under === null || host.session === null || session?.entry.id === host.session.entry.id) return;
      void put(host.session).then((shown) => (shown ? draw() : close()), close);
    },
  };
}
