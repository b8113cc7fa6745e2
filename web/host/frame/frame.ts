// A page in a frame: hides and locks what the page around asks for, answers its messages, tells of changes, and sleeps out of sight.
// What it is told, message.ts says; what it tells, each with proofground: 1:
//
//   ready { version, lab, q }               a lab is on screen with its first answer; q: the open claim, or null
//   height { px }                           and { subject: "lti.frameResize", height } as JSON, which learning platforms take
//   state { lab, state, link, id? }         after a change, at most 5 a second; state: the fields that a link carries, and the
//                                           data set; link: the whole page with it, null where that is too much for a link
//   verdict { lab, q, verdict, broken }     a claim has been checked
//   verdicts { lab, verdicts, id? }         all that hold now: [{ q, verdict, broken }]
//   task { lab, task, done, evidence }      whether a task is done has turned; evidence: [{ name, value, relation, bound }]
//   error { code, message, id? }            something was refused, and has changed nothing
import { version } from "../../../package.json";
import "../locked.css";
import "./frame.css";
import type { WarmClient } from "../client.ts";
import type { LabEntry } from "../entry.ts";
import { isRefusal, type Refusal, readFields, refusal } from "../fields.ts";
import type { Judged, LabModel, Store } from "../lab.ts";
import { format } from "../messages/format.ts";
import { linkWords } from "../messages/link.en.ts";
import type { Notify } from "../notify.ts";
import { predictMode } from "../predict/mode.ts";
import { restraints } from "../restraints.ts";
import type { Measured } from "../tasks/task.ts";
import { type Address, fromFields, readState, toFields, type Wishes } from "../url.ts";
import { type Channel, type Code, openChannel } from "./channel.ts";
import { watchHeight } from "./height.ts";
import type { Id, ToFrame } from "./message.ts";
import { en } from "./messages.en.ts";
import { readNames } from "./parts.ts";
import { whenReady } from "./ready.ts";
import { watchSight } from "./sight.ts";
import { keepWheel } from "./wheel.ts";

interface Session {
  readonly lab: string;
  readonly model: LabModel<object>;
  readonly store: Store<object>;
}

export interface FrameHost {
  readonly labs: readonly LabEntry[];
  readonly session: Session | null;
  /** @returns when the lab is on screen; refusals are told on the way */
  open(address: Omit<Address, "widget">, keep?: boolean): Promise<void>;
  /** The page anew, with its state, as the address now asks for it. @param lang of it; "" where that is not known */
  reload(lang: string): Promise<unknown>;
  /** The address of the whole page; null where it is too much for a link. */
  link(): Promise<string | null>;
  readonly notify: Notify;
}

type Sleeper = Pick<WarmClient<unknown, unknown>, "sleep" | "status" | "onframe" | "onstatus">;

export interface Frame {
  /** Hide and lock what is asked for; names that are unknown are told of. */
  restrain(wishes: Wishes, lab: Restrained): void;
  /** A client of the open lab: it sleeps with the page. */
  adopt(client: Sleeper): void;
  /** A lab has been put into `main`. */
  entered(main: HTMLElement): void;
  left(): void;
  verdicts(results: Iterable<Judged>): void;
  /** Something from outside was refused, and the user has been told. */
  refused(refusal: Refusal): void;
  /** Something else was, for which there is this code. */
  refuse(code: Code, sentence: string): void;
  /** Whether a task is done has turned. */
  task(task: string, done: boolean, evidence: readonly Measured[]): void;
}

type Restrained = Pick<LabModel<object>, "id" | "table" | "parts">;

const THEMES = ["", "light", "dark", "auto"];
const LANGUAGES = ["", "en", "zh-TW"];

/** What is asked for and is not there. */
function unknownIn(wishes: Wishes, lab: Restrained): { code: Code; sentence: string }[] {
  const { theme = "", lang = "", hide = "", lock = "" } = wishes;
  const unknown = (wish: keyof typeof en.wishes, names: readonly string[]) =>
    names.map((name) => ({ code: `unknown-${wish}`, sentence: format(en.wishes[wish], { name }) }));
  return [
    ...unknown("hide", readNames(hide, lab, "hide").unknown),
    ...unknown("lock", readNames(lock, lab, "lock").unknown),
    ...unknown("theme", THEMES.includes(theme) ? [] : [theme]),
    ...unknown("lang", LANGUAGES.includes(lang) ? [] : [lang]),
  ];
}

/** Between two messages of one kind, ms. */
const PAUSE = 200;

export function startFrame(host: FrameHost): Frame {
  const framed = window.parent !== window;
  const predict = predictMode(host);
  const clients = new Set<Sleeper>();
  let asleep = false;
  let judged: ReadonlyMap<string, Judged> = new Map();
  /** What has been refused while a message is carried out. */
  let refusals: { code: Code; sentence: string }[] | null = null;
  let channel: Channel | null = null;
  let leave: () => void = () => undefined;
  /** The language that was asked for last, "" for none. */
  let asked = "";
  /** The language in which the page is to be loaded once the message is answered. */
  let reloading: string | null = null;
  /** What has been said of wishes. */
  const told = new Set<string>();

  function refuse(code: Code, sentence: string): void {
    if (refusals) refusals.push({ code, sentence });
    else channel?.refuse(code, sentence);
  }

  const sentenceOf = ({ reason, field, value, expected }: Refusal) =>
    format(linkWords[reason], { field, value, expected });

  async function tellState(id?: Id): Promise<void> {
    const { session } = host;
    if (session === null || channel === null) return;
    const { lab, model, store } = session;
    const key = model.base?.key;
    const state = {
      ...(key === undefined ? {} : { [key]: store.state[key as keyof object] }),
      ...toFields(model, store.state),
    };
    const link = await host.link();
    channel.send({ type: "state", lab, state, link, ...(id === undefined ? {} : { id }) });
  }

  /** Tell of changes, the last one always. */
  function follow({ store }: Session): () => void {
    let due: ReturnType<typeof setTimeout> | undefined;
    let telling = false;
    let changed = false;
    const tell = async () => {
      due = undefined;
      [telling, changed] = [true, false];
      await tellState();
      telling = false;
      if (changed) soon();
    };
    const soon = () => {
      changed = true;
      if (!telling) due ??= setTimeout(() => void tell(), PAUSE);
    };
    const unsubscribe = store.subscribe(soon);
    return () => {
      clearTimeout(due);
      unsubscribe();
    };
  }

  /** @returns the state that this message asks for */
  async function stateOf({ model, store }: Session, given: string | Readonly<Record<string, unknown>>) {
    if (typeof given === "string") {
      const address = { lab: null, claim: null, packed: given === "" ? null : given, widget: false };
      const read = await readState(model, address);
      return read.refusal ?? { state: read.state };
    }
    const key = model.base?.key;
    if (key !== undefined && Object.hasOwn(given, key)) return fromFields(model, given);
    const read = readFields(model.table, given);
    if (isRefusal(read)) return read;
    const state = { ...store.state, ...read.fields };
    const quarrel = model.inconsistency(state);
    return quarrel === null ? { state } : refusal("inconsistent", "", quarrel);
  }

  async function setState(session: Session, given: string | Readonly<Record<string, unknown>>): Promise<void> {
    const read = await stateOf(session, given);
    // The state may have changed on the way, the lab too.
    if (host.session?.store !== session.store) return refuse("not-ready", en.refused["not-ready"]);
    if (isRefusal(read)) return refuse(read.reason, sentenceOf(read));
    session.store.replace(read.state);
  }

  async function openLab(lab: string | null, q: string | null): Promise<void> {
    if (lab !== null && !host.labs.some(({ id }) => id === lab)) {
      const no = refusal("unknown-lab", "lab", lab);
      return refuse(no.reason, sentenceOf(no));
    }
    await host.open({ lab: lab ?? (q === null ? (host.session?.lab ?? null) : null), claim: q, packed: null });
  }

  function step(store: Store<object>, way: "undo" | "redo"): void {
    if (way === "undo" ? store.canUndo : store.canRedo) store[way]();
    else refuse("nothing", en.refused.nothing);
  }

  async function set({ lab, model }: Session, wishes: Wishes): Promise<void> {
    const [first] = unknownIn(wishes, model);
    if (first) return refuse(first.code, first.sentence);
    const { lang } = wishes;
    // Where it is lifted, the language that comes then is known to the next page.
    const other = lang === "" ? asked !== "" : lang !== undefined && lang !== document.documentElement.lang;
    await host.open({ lab, claim: null, packed: null, wishes }, true);
    if (other) reloading = lang ?? "";
  }

  async function carryOut(message: ToFrame): Promise<void> {
    if (message.type === "open") return openLab(message.lab, message.q);
    const { session } = host;
    if (session === null) return refuse("not-ready", en.refused["not-ready"]);
    if (message.type === "set-state") return setState(session, message.state);
    if (message.type === "set") return set(session, message.wishes);
    if (message.type === "undo" || message.type === "redo") step(session.store, message.type);
  }

  async function take(message: ToFrame, id: Id | undefined): Promise<void> {
    refusals = [];
    try {
      await carryOut(message);
    } catch (error) {
      // A view may stumble over a new state: the state is there all the same.
      console.error(error);
      refuse("failed", error instanceof Error ? error.message : String(error));
    }
    const [first] = refusals;
    refusals = null;
    const lang = reloading;
    reloading = null;
    if (first) channel?.refuse(first.code, first.sentence, id);
    else if (message.type === "get-verdicts") {
      const verdicts = [...judged.values()].map(({ id: q, verdict, broken }) => ({ q, verdict, broken }));
      channel?.send({
        type: "verdicts",
        lab: host.session?.lab ?? null,
        verdicts,
        ...(id === undefined ? {} : { id }),
      });
    } else await tellState(id);
    // The answer first: what comes then is another page, which says that it is ready.
    if (lang !== null) await host.reload(lang);
  }

  function sleep(next: boolean): void {
    asleep = next;
    for (const client of clients) client.sleep(next);
  }

  if (framed) {
    channel = openChannel(take);
    const root = document.getElementById("proofground");
    if (root)
      watchHeight(root, (px) => {
        channel?.announce({ type: "height", px });
        window.parent.postMessage(JSON.stringify({ subject: "lti.frameResize", height: px }), "*");
      });
    watchSight((seen) => sleep(!seen));
    keepWheel();
  }

  return {
    restrain(wishes, lab) {
      asked = wishes.lang ?? "";
      predict.wish(wishes.predict === "1");
      const hide = readNames(wishes.hide ?? "", lab, "hide").known;
      const lock = readNames(wishes.lock ?? "", lab, "lock").known;
      restraints.hidden = hide;
      restraints.page = { names: lock, why: en.why, edit: en.locked };
      document.documentElement.toggleAttribute("data-restrained", restraints.hidden.size > 0);
      // Once: the wishes hold on while states come and go.
      for (const { code, sentence } of unknownIn(wishes, lab)) {
        const key = `${lab.id} ${sentence}`;
        if (told.has(key)) continue;
        told.add(key);
        host.notify(sentence, "trouble");
        refuse(code, sentence);
      }
    },
    adopt(client) {
      clients.add(client);
      predict.adopt(client);
      if (asleep) client.sleep(true);
    },
    entered(main) {
      predict.entered(main);
      const { session } = host;
      if (!framed || session === null) return;
      const unfollow = follow(session);
      const unready = whenReady(main, clients, () => {
        const { claim } = session.store.state as { claim?: string };
        const q = session.model.claims.find((id) => id === claim) ?? null;
        channel?.announce({ type: "ready", version, lab: session.lab, q });
      });
      leave = () => {
        unfollow();
        unready();
      };
    },
    left() {
      predict.left();
      leave();
      leave = () => undefined;
      clients.clear();
      judged = new Map();
    },
    verdicts(results) {
      const before = judged;
      judged = new Map([...results].map((result) => [result.id, result]));
      const lab = host.session?.lab;
      if (!framed || lab === undefined) return;
      for (const { id, verdict, broken } of judged.values()) {
        const old = before.get(id);
        if (old?.verdict !== verdict || old.broken !== broken)
          channel?.send({ type: "verdict", lab, q: id, verdict, broken });
      }
    },
    refused: (refused) => refuse(refused.reason, sentenceOf(refused)),
    refuse,
    task(task, done, evidence) {
      const lab = host.session?.lab;
      if (lab !== undefined) channel?.send({ type: "task", lab, task, done, evidence });
    },
  };
}
