// <proofground-lab>: a lab in a frame, which this element makes, loads when it comes near the screen, and speaks with. Attributes
// are the parameters of the page's hash; properties and events are the messages of the frame. Without dependencies.
import { hashOf, PARAMETERS, type Parameter, pageAt } from "./address.ts";
import {
  comesFrom,
  type Detail,
  messageTo,
  placeIn,
  readMessage,
  type State,
  stateIn,
  type Verdict,
  verdictsIn,
} from "./messages.ts";
import { sheet } from "./sheet.ts";
import { wordsIn } from "./words.ts";

/** Height before the frame has said what it needs, and the bounds of what it may ask for, px. */
const HEIGHT = { first: 600, least: 160, most: 6000 } as const;

/** How far from the screen a frame begins to load: about a screen. */
const NEAR = "100% 0px";

/** Changed in a frame that is there by one message. */
const SETTINGS: readonly Parameter[] = ["theme", "lang", "hide", "lock"];
/** What a change of these asks for is another lab, or another state of it. */
const PLACE: readonly Parameter[] = ["lab", "q", "s"];

/** Attributes besides the parameters. `height`: a fixed one, px. `loading`: "eager" does not wait for the screen. */
const OTHERS = ["base", "sandbox", "height", "title"];

export class ProofgroundLab extends HTMLElement {
  static readonly observedAttributes: readonly string[] = [...PARAMETERS, ...OTHERS];
  static version = "";
  /** Where the page is, unless an element says otherwise; "" where that is not known. */
  static base = "";

  static readonly #nearScreen = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting && target instanceof ProofgroundLab) target.#load();
    },
    { rootMargin: NEAR },
  );

  readonly #root = this.attachShadow({ mode: "open" });
  /** It has come near the screen: from then on it has a frame, if it knows where the page is. */
  #near = false;
  #frame: HTMLIFrameElement | null = null;
  /** Of the frame, once it has said that it is ready: it is not spoken to before. */
  #origin: string | null = null;
  /** The newest state that the frame has told, or was given. */
  #state: State = null;
  /** The same in the form of a link: what an element that was moved begins with again. */
  #kept: { readonly lab: string | null; readonly s: string | null } | null = null;
  /** A state that is in no link, for when there is someone to send it to. */
  #asked: State = null;
  /** Number of the message whose answer is waited for, and of the last one. */
  #awaited = 0;
  #asks = 0;
  #height: number = HEIGHT.first;
  readonly #verdicts = new Map<string, Verdict>();
  /** Attributes that changed in this task. */
  readonly #changed = new Set<string>();
  #ready!: Promise<Detail>;
  #nowReady!: (detail: Detail) => void;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [sheet];
    this.#awaitReady();
  }

  /** What the lab is like, as an object of fields; null: not known yet. Set to one of these, or to the `s` of a link. */
  get state(): State {
    return this.#state;
  }
  set state(state: State) {
    if (this.#origin !== null) {
      this.#ask("set-state", { state });
      return;
    }
    this.#state = state;
    this.#kept = typeof state === "string" ? { lab: this.getAttribute("lab"), s: state } : null;
    this.#asked = typeof state === "string" ? null : state;
    this.#navigate();
  }

  /** The newest verdict of each claim that was checked. */
  get verdicts(): Verdict[] {
    return [...this.#verdicts.values()];
  }

  /** The frame shows its lab. */
  get ready(): Promise<Detail> {
    return this.#ready;
  }

  undo(): void {
    this.#post("undo");
  }

  redo(): void {
    this.#post("redo");
  }

  connectedCallback(): void {
    // Given before the script came, it lies in front of the property of the class.
    if (Object.hasOwn(this, "state")) {
      const { state } = this;
      delete (this as { state?: State }).state;
      this.state = state;
    }
    addEventListener("message", this.#hear);
    // Until there is a frame, its room.
    const room = document.createElement("div");
    this.#root.replaceChildren(room);
    this.#resize();
    if (this.getAttribute("loading") === "eager") this.#load();
    else ProofgroundLab.#nearScreen.observe(this);
  }

  /** A browser removes the frame's page with the frame. Where the element comes back, it begins with the state that was told last. */
  disconnectedCallback(): void {
    ProofgroundLab.#nearScreen.unobserve(this);
    removeEventListener("message", this.#hear);
    // Where it is too much for a link, it is sent.
    if (!this.#kept) this.#asked = this.#state;
    this.#unload();
    this.#near = false;
    this.#root.replaceChildren();
  }

  /** A browser that can move a frame as it is, does so where this is defined (`moveBefore`). */
  connectedMoveCallback(): void {}

  attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    if (before === value || !this.#near) return;
    // What is changed together is done together.
    if (this.#changed.size === 0) queueMicrotask(() => this.#follow());
    this.#changed.add(name);
  }

  #follow(): void {
    const changed = [...this.#changed];
    this.#changed.clear();
    const some = (names: readonly string[]) => changed.some((name) => names.includes(name));
    if (!this.#near) return;
    if (some(PLACE)) [this.#kept, this.#asked] = [null, null];
    if (some(["base", "sandbox"])) {
      this.#unload();
      this.#load();
      return;
    }
    this.#resize();
    if (!this.#frame) return;
    this.#frame.title = this.#title();
    const place = this.#attributes(["lab", "q"]);
    // A state has its claim in it; without one, the lab or the claim is opened as it begins.
    const state = some(["s"]) ? this.#attribute("s") : null;
    const opens = some(["lab"]) || (some(PLACE) && !state);
    // Other parameters have no message, nor has the lab that opens where none is named.
    if (this.#origin === null || some(["w", "task"]) || (opens && (place.lab ?? place.q) === null)) {
      if (some(PARAMETERS)) this.#navigate();
      return;
    }
    // What was locked would refuse it, and so would what is to be locked from now on.
    if (some(PLACE) && some(["lock"])) this.#post("set", { lock: "" });
    if (opens) this.#ask("open", place);
    if (state) this.#ask("set-state", { state });
    if (some(SETTINGS))
      this.#post("set", Object.fromEntries(SETTINGS.map((name) => [name, this.#attribute(name) ?? ""])));
  }

  /** No value has a space in it; lists may be written with some. */
  #attribute(name: Parameter): string | null {
    return this.getAttribute(name)?.replace(/\s/g, "") ?? null;
  }

  #attributes(names: readonly Parameter[]): Partial<Record<Parameter, string | null>> {
    return Object.fromEntries(names.map((name) => [name, this.#attribute(name)]));
  }

  /** @returns null where it is not known */
  #address(): string | null {
    const page = pageAt(this.getAttribute("base") ?? ProofgroundLab.base);
    if (page === null) return null;
    const given = this.#attributes(PARAMETERS);
    // A state has its claim in it.
    const place = this.#kept ? { ...this.#kept, q: null } : {};
    const hash = hashOf({ ...given, ...place, w: given.w ?? "1" });
    return page + hash;
  }

  #load(): void {
    ProofgroundLab.#nearScreen.unobserve(this);
    this.#near = true;
    const address = this.#address();
    if (address === null) {
      const { noBase } = wordsIn(this);
      const sentence = document.createElement("p");
      sentence.textContent = noBase;
      this.#root.replaceChildren(sentence);
      this.#tell("error", { code: "no-base", message: noBase });
      return;
    }
    const frame = document.createElement("iframe");
    frame.title = this.#title();
    frame.allow = "clipboard-write";
    const sandbox = this.getAttribute("sandbox");
    if (sandbox !== null) frame.setAttribute("sandbox", sandbox);
    frame.src = address;
    this.#frame = frame;
    this.#root.replaceChildren(frame);
    this.#resize();
  }

  #unload(): void {
    if (this.#origin !== null) this.#awaitReady();
    this.#frame = null;
    this.#origin = null;
    this.#awaited = 0;
    this.#verdicts.clear();
    this.#changed.clear();
  }

  /** Another hash in the frame that is there: its page does not load anew, and the host's "back" stays the host's. */
  #navigate(): void {
    const address = this.#address();
    // In a page that is there, what was asked for holds on until it is lifted.
    const lifted = SETTINGS.filter((name) => !this.#attribute(name)).map((name) => `&${name}=`);
    if (address !== null) this.#frame?.contentWindow?.location.replace(address + lifted.join(""));
  }

  #awaitReady(): void {
    this.#ready = new Promise((resolve) => {
      this.#nowReady = resolve;
    });
  }

  #title(): string {
    const what = [this.getAttribute("lab"), this.getAttribute("q")].filter((word) => word !== null).join(", ");
    return this.title || wordsIn(this).title.replace("{what}", what);
  }

  #resize(): void {
    const fixed = Number(this.getAttribute("height"));
    const asked = fixed > 0 ? fixed : this.#height;
    const inside = this.#root.firstElementChild as HTMLElement | null;
    inside?.style.setProperty("height", `${Math.min(HEIGHT.most, Math.max(HEIGHT.least, Math.ceil(asked)))}px`);
  }

  /** Post what leads to another state: what the frame tells before it answers is of the one before. */
  #ask(type: string, fields: Detail): void {
    this.#awaited = ++this.#asks;
    this.#post(type, { ...fields, id: this.#awaited });
  }

  #post(type: string, fields?: Detail): void {
    if (this.#origin === null) return;
    // A page without an origin of its own cannot be named.
    const to = this.#origin.startsWith("http") ? this.#origin : "*";
    this.#frame?.contentWindow?.postMessage(messageTo(type, fields), to);
  }

  readonly #hear = (event: MessageEvent<unknown>): void => {
    const message = comesFrom(this.#frame, event) ? readMessage(event.data) : null;
    if (!message) return;
    const { type, id, detail } = message;
    if (id === this.#awaited) this.#awaited = 0;
    for (const verdict of verdictsIn(message)) {
      this.#verdicts.set(`${verdict.lab} ${verdict.q}`, verdict);
      // Those that were there before the frame had heard of anyone.
      if (type === "verdicts") this.#tell("verdict", { ...verdict });
    }
    if (type === "verdicts") return;
    if (type === "height") {
      if (typeof detail.px === "number" && Number.isFinite(detail.px)) this.#height = detail.px;
      this.#resize();
      return;
    }
    if (type === "state" && this.#awaited === 0) {
      this.#state = stateIn(detail);
      this.#kept = placeIn(detail);
    }
    if (type === "ready") {
      this.#origin = event.origin;
      // The frame tells of its state and its verdicts to whom it has heard.
      if (this.#asked !== null) this.#ask("set-state", { state: this.#asked });
      this.#asked = null;
      this.#post("get-state");
      this.#post("get-verdicts");
      this.#nowReady(detail);
    }
    this.#tell(type, detail);
  };

  #tell(type: string, detail: Detail): void {
    this.dispatchEvent(new CustomEvent(`pg-${type}`, { detail, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "proofground-lab": ProofgroundLab;
  }
}
