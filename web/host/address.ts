// The address bar: kept up to date while the user works (no history entries), obeyed when the user changes it.

/** What is needed of a window: the tests bring their own. */
export interface AddressWindow {
  readonly location: { hash: string; href: string };
  readonly history: { replaceState(data: unknown, unused: string, url: string): void };
  addEventListener(type: "hashchange", listener: () => void): void;
  removeEventListener(type: "hashchange", listener: () => void): void;
}

export interface AddressBar {
  /** Write `make()` soon. Makers given before it ran are dropped; null means "too much for a link": the address stays. */
  write(make: () => Promise<string | null>): void;
  /** Write now what is due. @returns the full address, or null when there is too much for a link */
  flush(): Promise<string | null>;
  /** The full address as it was last written; null where there was too much for a link. */
  readonly written: string | null;
  /** Forget what is due: another address has taken over. */
  drop(): void;
  dispose(): void;
}

/** Quiet time before writing, ms: browsers refuse more than about 100 address changes in 30 s. */
const DELAY = 400;

export function createAddressBar(page: AddressWindow, onnavigate: (hash: string) => void, delay = DELAY): AddressBar {
  let due: (() => Promise<string | null>) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let epoch = 0;
  let tooLarge = false;
  /** The newest address in the making. Packing takes a while, and who asks for the address meanwhile must wait for it. */
  let making: Promise<void> = Promise.resolve();
  /** What the address should say; differs from what it says where the document refuses to change it. */
  let current = page.location.hash;
  /** What it says, as far as this has been told. */
  let known = current;

  function withHash(hash: string): string {
    return page.location.href.replace(/#.*$/, "") + hash;
  }

  function drop(): void {
    clearTimeout(timer);
    due = null;
    tooLarge = false;
    epoch++;
  }

  /** Begin to write what is due. @returns when the newest address begun is written */
  function commit(): Promise<void> {
    clearTimeout(timer);
    if (due) {
      making = put(due);
      due = null;
    }
    return making;
  }

  async function put(make: () => Promise<string | null>): Promise<void> {
    const begun = ++epoch;
    const hash = await make();
    // Something newer came while the state was being packed; a link that was followed, before it is told of.
    if (begun !== epoch || page.location.hash !== known) return;
    tooLarge = hash === null;
    if (hash === null) return;
    current = hash;
    if (hash === page.location.hash) return;
    try {
      page.history.replaceState(null, "", hash === "" ? withHash("") : hash);
      known = page.location.hash;
    } catch {
      // Documents without an address of their own (srcdoc frames) refuse this; the lab works all the same.
    }
  }

  function onhashchange(): void {
    drop();
    current = known = page.location.hash;
    onnavigate(known);
  }
  page.addEventListener("hashchange", onhashchange);

  const bar: AddressBar = {
    write(make) {
      due = make;
      clearTimeout(timer);
      timer = setTimeout(() => void commit(), delay);
    },
    async flush() {
      commit();
      for (let seen: Promise<void> | null = null; seen !== making; ) {
        seen = making;
        await seen;
      }
      return bar.written;
    },
    get written() {
      return tooLarge ? null : withHash(current);
    },
    drop,
    dispose() {
      drop();
      page.removeEventListener("hashchange", onhashchange);
    },
  };
  return bar;
}
