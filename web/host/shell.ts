// The page around a lab: opens the one that the address asks for, keeps the address in step, and gives it undo, a link,
// a status line and messages.
import { html, render } from "lit";
import "./shell.css";
import { createAddressBar } from "./address.ts";
import { loadedAnew } from "./anew.ts";
import type { AskEntry } from "./ask-entry.ts";
import { createClient, type WarmClient } from "./client.ts";
import { entryAt, type LabEntry, type LabList } from "./entry.ts";
import { isRefusal, type Refusal, refusal } from "./fields.ts";
import type { Frame } from "./frame/frame.ts";
import { createHeaderLine, header, titleOf } from "./header.ts";
import type { Judged, LabContext, LabModel, Store } from "./lab.ts";
import { listenToPage } from "./listen.ts";
import { en as words } from "./messages/en.ts";
import { format } from "./messages/format.ts";
import { createNotifier } from "./notify.ts";
import type { OpenPort } from "./protocol.ts";
import { isHidden, lockWith, restraints } from "./restraints.ts";
import { share } from "./share.ts";
import { mountSheet } from "./sheet.ts";
import { createStatusBar } from "./status.ts";
import { createStore } from "./store.ts";
import type { TasksPanel } from "./tasks/panel.ts";
import { applyTheme, keepTheme, nextTheme, themeChoice } from "./theme.ts";
import { type Address, formatAddress, packState, parseAddress, readState, type Wishes } from "./url.ts";

export interface ShellOptions extends LabList {
  ports: readonly OpenPort[];
  /** A client that is already loading, and its lab: what the address was seen to ask for before the shell was there. */
  early: { readonly lab: string; readonly client: WarmClient<unknown, unknown> } | null;
}

/** A lab that is, or was, open: coming back to it finds its state and its history. */
interface Session {
  entry: LabEntry;
  model: LabModel<object>;
  store: Store<object>;
}

/** A lab that opens within this shows nothing on the way: half a page drawn first only keeps the whole one waiting, ms. */
const AT_ONCE = 200;

const NOWHERE: Address = { lab: null, claim: null, packed: null, widget: false };

export interface Shell {
  /** Writes the state into the address. @returns null where there is too much for it */
  address(): Promise<string | null>;
}

export function startShell(root: HTMLElement, { labs, first, ports, early }: ShellOptions): Shell {
  const head = document.createElement("header");
  head.className = "header";
  const main = document.createElement("main");
  main.id = "main";
  main.tabIndex = -1;
  main.addEventListener("pg-entry", (event) => session && (event as AskEntry).detail(session.entry).catch(unloaded));
  const foot = document.createElement("div");
  foot.className = "foot";
  root.className = "shell";
  root.replaceChildren(head, main, foot);
  const line = createHeaderLine();
  head.append(line);

  const notify = createNotifier(foot);
  const sessions = new Map<string, Session>();
  let session: Session | null = null;
  let client: WarmClient<unknown, unknown> | null = null;
  /** All of the open lab, and what is known of its claims: a tour looks at them. */
  let clients: WarmClient<unknown, unknown>[] = [];
  let judged: Iterable<Judged> = [];
  let help: Parameters<LabContext<object, unknown, unknown>["help"]>[0] = [];
  let theme = themeChoice();
  let menu = false;
  let widget = false;
  /** Counts openings: an older one that is still loading gives way. */
  let opening = 0;
  let close: () => void = () => undefined;
  let slow: ReturnType<typeof setTimeout> | undefined;
  let waiting = early;
  /** What a page around has asked for, and what goes between it and this page: none in a page of its own. */
  let wishes: Wishes = {};
  let frame: Frame | null = null;
  /** What is hidden and locked in the present view. */
  let restrained = "";
  /** The tasks of the open lab; null: nobody has asked for them yet. */
  let tasks: TasksPanel | null = null;

  const themeNow = () => (wishes.theme === "light" || wishes.theme === "dark" ? wishes.theme : theme);
  applyTheme(theme);
  const bar = createAddressBar(window, (hash) => void open(hash));

  const unloaded = () => notify(words.shell.unloaded, "trouble");
  /** What a tour and tasks see of the page. */
  const beside = {
    ...{ labs, main, notify },
    get session() {
      return session;
    },
    get clients() {
      return clients;
    },
    get judged() {
      return judged;
    },
    get frame() {
      return frame;
    },
    reopen: () => open(formatAddress({ ...NOWHERE, lab: session?.entry.id ?? null, widget }), true),
    named(task: string) {
      const { task: _, ...others } = wishes;
      wishes = task === "" ? others : { ...others, task };
      bar.write(() => addressNow());
    },
  };
  const bringTasks = async () => {
    const { openTasks } = await import("./tasks/panel.ts");
    tasks ??= openTasks(beside);
    return tasks;
  };
  const actions = {
    choose: (id: string) => {
      location.hash = formatAddress({ ...NOWHERE, lab: id });
    },
    undo: () => session?.store.undo(),
    redo: () => session?.store.redo(),
    share: () => void share(bar, notify),
    theme: () => {
      theme = nextTheme(themeNow());
      wishes = { ...wishes, theme: "" };
      applyTheme(theme);
      keepTheme(theme);
      drawHeader();
    },
    help: () => {
      const rows = typeof help === "function" ? help() : help;
      Promise.all([import("./help.ts"), rows]).then(([{ openHelp }, keys]) => openHelp(keys), unloaded);
    },
    about: () => {
      import("./about.ts").then(({ openAbout }) => openAbout(labs), unloaded);
    },
    tour: () => {
      import("./tour/tour.ts").then(({ startTour }) => startTour(beside)).catch(unloaded);
    },
    tasks: () => {
      bringTasks()
        .then((panel) => panel.show())
        .catch(unloaded);
    },
    language: () => {
      wishes = { ...wishes, lang: "" };
      anew.change();
    },
    menu: (next: boolean) => {
      menu = next;
      drawHeader();
    },
  };

  const now = () => ({ entry: session?.entry ?? null, widget, wishes });
  const anew = loadedAnew({ sessions, notify, unloaded, now, address: () => addressNow() });

  function drawHeader(): void {
    const store = session?.store;
    const open = session?.entry.id ?? "";
    const state = {
      labs,
      open,
      theme: themeNow(),
      menu,
      canUndo: store?.canUndo ?? false,
      canRedo: store?.canRedo ?? false,
    };
    // The skip link is the first thing that Tab reaches, so what the line may hold comes after it.
    render(header(state, actions), head, { renderBefore: line });
  }

  function tellRefusal(refused: Refusal): void {
    const { field, reason, value, expected } = refused;
    frame?.refused(refused);
    import("./messages/link.en.ts").then(
      ({ linkWords }) => notify(format(linkWords[reason], { field, value, expected }), "trouble"),
      unloaded,
    );
  }

  /** A locked field keeps its value, and whoever would change it is told why. */
  function refuses(field: string): boolean {
    const lock = lockWith(field);
    if (lock) {
      const sentence = format(lock.edit, { name: lock.called?.[field] ?? field });
      notify(sentence, "trouble");
      frame?.refuse("locked", sentence);
    }
    return lock !== null;
  }

  async function startFrame(): Promise<void> {
    const { startFrame } = await import("./frame/frame.ts");
    frame ??= startFrame({
      labs,
      notify,
      open: (address, keep) => open(formatAddress({ ...address, widget }), keep, address.wishes),
      reload: anew.reload,
      link: () => addressNow(true).then((hash) => (hash === null ? null : location.href.replace(/#.*$/, "") + hash)),
      get session() {
        return session && { lab: session.entry.id, model: session.model, store: session.store };
      },
    });
  }

  function clientFor(entry: LabEntry): WarmClient<unknown, unknown> {
    const known = waiting;
    waiting = null;
    if (known?.lab === entry.id) return known.client;
    known?.client.dispose();
    const fresh = createClient({ lab: entry, ports });
    fresh.warm();
    return fresh;
  }

  /** @param keep the state stays as it is, whatever the address says of it  @param lifted wishes that no address says */
  async function open(hash: string, keep = false, lifted: Wishes = {}): Promise<void> {
    const turn = ++opening;
    // The front door, which is not the shell's.
    if (hash === "") {
      leave();
      main.replaceChildren();
      return;
    }
    const parsed = parseAddress(hash);
    const address = isRefusal(parsed) ? NOWHERE : parsed;
    if (isRefusal(parsed)) tellRefusal(parsed);
    widget = address.widget;
    wishes = { ...wishes, ...address.wishes, ...lifted };
    applyTheme(themeNow());
    document.documentElement.dataset.mode = widget ? "widget" : "page";
    const entry = entryAt({ labs, first }, address);
    if (!entry) return;
    if (address.lab !== null && address.lab !== entry.id) tellRefusal(refusal("unknown-lab", "lab", address.lab));

    const asked = address.wishes?.task;
    tasks?.leave(entry.id, asked);
    const restraint = () => `${wishes.hide}&${wishes.lock}&${wishes.predict}&${[...(restraints.task?.names ?? [])]}`;
    const fresh = session?.entry !== entry || restraint() !== restrained;
    if (fresh) {
      leave();
      main.ariaBusy = "true";
      main.replaceChildren();
      slow = setTimeout(() => {
        drawHeader();
        main.replaceChildren(paragraph("loading", words.shell.loading));
      }, AT_ONCE);
      // The worker loads while the view does.
      client = clientFor(entry);
    }
    try {
      const [{ default: model }, view, openHere] = await Promise.all([
        entry.model(),
        fresh ? entry.view() : null,
        widget ? import("./widget.ts").then(({ startWidget }) => startWidget(() => addressNow(true))) : null,
        frame === null && (parent !== window || Object.keys(wishes).length > 0) ? startFrame() : null,
      ]);
      const kept = await anew.kept(model, address);
      const { state, refusal: refused } = kept ?? (await readState(model, address));
      if (turn !== opening) return;
      if (refused) tellRefusal(refused);
      const known = sessions.get(entry.id);
      const next = known ?? { entry, model, store: createStore(state, undefined, refuses) };
      sessions.set(entry.id, next);
      // An address that only names the lab comes back to it as it was left; one that names a task, too: it begins with that.
      const says = address.packed !== null || address.claim !== null;
      if (known && !keep && (says || (!fresh && !asked))) change(known.store, state);
      // After the change: it is judged by what was locked before, too.
      frame?.restrain(wishes, model);
      if (asked)
        await bringTasks().then((panel) => panel.ask(next, asked, address.packed !== null || kept != null), unloaded);
      if (turn !== opening) return;
      restrained = restraint();
      if (view) enter(next, view.default, openHere);
      if (!widget && /&tour=1/.test(hash)) actions.tour();
      // What is asked for holds on, where the address did not repeat it.
      if (frame !== null || kept) bar.write(() => addressNow());
    } catch (error) {
      if (turn === opening) fail(hash, error);
    }
  }

  /** A view that stumbles over a new state is no reason to close the lab. */
  function change(store: Store<object>, state: object): void {
    try {
      store.replace(state);
    } catch (error) {
      console.error(error);
      lost(error instanceof Error ? error.message : String(error));
    }
    // The address made this change: it says all there is to say, even where it was refused.
    bar.drop();
  }

  /** @param openHere of a widget: puts its link to the whole page there */
  function enter(
    next: Session,
    view: Awaited<ReturnType<LabEntry["view"]>>["default"],
    openHere: ((main: HTMLElement) => void) | null,
  ): void {
    if (!client) return;
    clearTimeout(slow);
    session = next;
    const { store, entry } = next;
    const present = client;
    // A widget has no header.
    const status = createStatusBar(widget ? foot : line, () => present.cancel());
    present.onstatus((now) => status.update(now));
    status.update(present.status);

    document.title = `${titleOf(entry)} · ${words.shell.name}`;
    main.ariaBusy = null;
    main.replaceChildren();
    // Of the state the header shows no more than this, and a drag changes it once.
    let shown = "";
    const unsubscribe = store.subscribe(() => {
      const undoable = `${store.canUndo} ${store.canRedo}`;
      if (undoable !== shown) drawHeader();
      shown = undoable;
      bar.write(() => addressNow());
    });
    clients = [present];
    frame?.adopt(present);
    const unmount = view(main, {
      store,
      client: present,
      openClient() {
        const other = createClient<unknown, unknown>({ lab: entry, ports });
        clients.push(other);
        frame?.adopt(other);
        return other;
      },
      mode: widget ? "widget" : "page",
      address: () => bar.flush(),
      notify,
      progress: (text) => status.progress(text),
      verdicts: (results) => {
        judged = results;
        frame?.verdicts(results);
      },
      help: (rows) => {
        help = rows;
      },
    });
    const layout = main.querySelector<HTMLElement>(".lab-layout");
    const unsheet = layout ? mountSheet(layout) : () => undefined;
    if (openHere && !isHidden("open")) openHere(main);
    drawHeader();
    frame?.entered(main);
    tasks?.entered();
    close = () => {
      unsubscribe();
      unsheet();
      unmount();
      for (const other of clients.slice(1)) other.dispose();
      status.dispose();
    };
  }

  function leave(): void {
    clearTimeout(slow);
    bar.drop();
    frame?.left();
    close();
    close = () => undefined;
    client?.dispose();
    client = null;
    judged = [];
    session = null;
    help = [];
  }

  /** @param whole without what a page around has asked for */
  async function addressNow(whole = false): Promise<string | null> {
    if (!session) return null;
    // Read before the wait: the lab may be closed while its state is packed.
    const { model, store, entry } = session;
    const packed = await packState(model, store.state);
    if (packed === null) return null;
    const asked = whole ? { widget: false } : { widget, wishes };
    return formatAddress({ lab: entry.id, claim: null, packed: packed || null, ...asked });
  }

  function fail(hash: string, error: unknown): void {
    console.error(error);
    leave();
    drawHeader();
    const say = words.shell.loadFailed;
    main.ariaBusy = null;
    const again = () => void open(hash);
    render(
      html`<section class="failed" role="alert">
        <h2>${say.title}</h2>
        <p>${say.text}</p>
        <button type="button" class="button primary" @click=${again}>${say.again}</button>
      </section>`,
      main.appendChild(emptied(main)),
    );
  }

  listenToPage({ ...actions, written: () => bar.written, lost, warm: () => client?.warm() });
  document.addEventListener("click", (event) => {
    if (menu && event.target instanceof Element && !event.target.closest(".header-actions")) actions.menu(false);
  });
  function lost(message: string): void {
    notify(format(words.shell.status.lost, { message }), "trouble");
  }

  void open(location.hash);
  return { address: () => bar.flush() };
}

function paragraph(name: string, text: string): HTMLElement {
  const element = document.createElement("p");
  element.className = name;
  element.textContent = text;
  return element;
}

/** A fresh element for a render, in a parent cleared of what was there. */
function emptied(parent: HTMLElement): HTMLElement {
  parent.replaceChildren();
  return document.createElement("div");
}
