// The page loaded anew in another language, as the shell sees it. What does it is loaded when it is needed (language.ts).
import type { LabEntry } from "./entry.ts";
import type { Brought, Page, Session } from "./language.ts";
import { language } from "./messages/language.en.ts";
import type { Notify } from "./notify.ts";
import { formatAddress, type Wishes } from "./url.ts";

export interface AnewHost {
  readonly sessions: ReadonlyMap<string, Session>;
  readonly notify: Notify;
  /** The state in an address; null where it is too much for one. */
  address(): Promise<string | null>;
  now(): { readonly entry: LabEntry | null; readonly widget: boolean; readonly wishes: Wishes };
  unloaded(): void;
}

export function loadedAnew({ sessions, notify, address, now, unloaded }: AnewHost) {
  const load = () => import("./language.ts");
  const page: Page = {
    ...{ sessions, notify, address },
    get open() {
      return now().entry?.id ?? null;
    },
    get short() {
      const { widget, wishes } = now();
      return formatAddress({ lab: page.open, claim: null, packed: null, widget, wishes });
    },
  };
  /** What the page before this one has kept. */
  const brought: Promise<Brought> | null = /&kept=1/.test(location.hash)
    ? load().then(({ broughtStates }) => broughtStates())
    : null;
  return {
    /** Chosen by hand. */
    change: () => load().then(({ changeLanguage }) => changeLanguage(page, language.other.tag), unloaded),
    reload: (lang: string) => load().then(({ loadAnew }) => loadAnew(page, lang), unloaded),
    /** The state that was kept for this lab, where the address says none. */
    kept: async (...given: Parameters<Brought>) => (await (await brought)?.(...given)) ?? null,
  };
}
