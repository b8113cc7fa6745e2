// Colours for the canvas, read from the CSS variables of the page (web/style.css), light or dark, by role and never by look.

/** Role -> [CSS variable, fallback where there is no style sheet (tests)]: those of the light theme. */
const ROLES = {
  ink: ["--ink", "#1c1e21"],
  muted: ["--muted", "#575c63"],
  grid: ["--grid", "#e8e5de"],
  edge: ["--edge", "#85837d"],
  page: ["--page", "#fbfaf7"],
  surface: ["--surface", "#ffffff"],
  accent: ["--accent", "#0b5cad"],
  fit: ["--fit", "#1c1e21"],
  tube: ["--tube", "#009e73"],
  below: ["--below", "#0072b2"],
  lower: ["--lower", "#2b91cc"],
  inside: ["--inside", "#7a7d82"],
  upper: ["--upper", "#bf7b00"],
  above: ["--above", "#cf5500"],
  pair: ["--pair", "#b4558a"],
  primal: ["--primal", "#cf5500"],
  dual: ["--dual", "#0072b2"],
  pass: ["--pass", "#006b4e"],
  fail: ["--fail", "#a83600"],
  vacuous: ["--vacuous", "#575c63"],
} as const satisfies Record<string, readonly [string, string]>;

export type Role = keyof typeof ROLES;
/** A CSS colour for every role, and the fonts. */
export type Theme = Readonly<Record<Role, string>> & {
  readonly sans: string;
  readonly mono: string;
  readonly dark: boolean;
};

const SANS = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif';
const MONO = 'ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace';

/** The theme of fallbacks: what a picture looks like where there is no page. */
export const PLAIN: Theme = {
  ...(Object.fromEntries(Object.entries(ROLES).map(([role, [, fallback]]) => [role, fallback])) as Record<
    Role,
    string
  >),
  sans: SANS,
  mono: MONO,
  dark: false,
};

/** The theme of a style sheet that is not on a page. @param tokens its variables and their values */
export function themeFrom(tokens: ReadonlyMap<string, string>, dark: boolean): Theme {
  const colours = Object.entries(ROLES).map(([role, [variable, fallback]]) => [role, tokens.get(variable) ?? fallback]);
  return { ...(Object.fromEntries(colours) as Record<Role, string>), sans: "sans-serif", mono: "monospace", dark };
}

/**
 * The theme in force at an element. Colours are resolved by the browser (var(), light-dark(), oklch...), so that the canvas
 * gets what CSS gets.
 */
export function readTheme(element: Element): Theme {
  const view = element.ownerDocument.defaultView;
  if (view === null) return PLAIN;
  const probe = element.ownerDocument.createElement("span");
  probe.hidden = true;
  element.append(probe);
  try {
    const style = view.getComputedStyle(probe);
    const roles = {} as Record<Role, string>;
    for (const role of Object.keys(ROLES) as Role[]) {
      const [variable, fallback] = ROLES[role];
      probe.style.color = `var(${variable}, ${fallback})`;
      roles[role] = style.color;
    }
    const sans = style.getPropertyValue("--sans").trim() || SANS;
    const mono = style.getPropertyValue("--mono").trim() || MONO;
    const [red, green, blue] = rgb(roles.page);
    return { ...roles, sans, mono, dark: 0.3 * red + 0.6 * green + 0.1 * blue < 128 };
  } finally {
    probe.remove();
  }
}

/** Call `listener` when the theme may have changed: the system's, or the page's own switch on <html>. @returns unsubscribe */
export function onThemeChange(listener: () => void): () => void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const contrast = matchMedia("(prefers-contrast: more)");
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["class", "style", "data-theme"] });
  system.addEventListener("change", listener);
  contrast.addEventListener("change", listener);
  return () => {
    observer.disconnect();
    system.removeEventListener("change", listener);
    contrast.removeEventListener("change", listener);
  };
}

export type Rgb = readonly [red: number, green: number, blue: number];

/** #rgb, #rrggbb, rgb(...) or color(srgb ...) as 0..255; black for anything else. */
export function rgb(colour: string): Rgb {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour.trim())?.[1];
  if (hex !== undefined) {
    const digits = hex.length === 3 ? [...hex].map((digit) => digit + digit) : (hex.match(/../g) ?? []);
    const [red = 0, green = 0, blue = 0] = digits.map((pair) => Number.parseInt(pair, 16));
    return [red, green, blue];
  }
  const unit = colour.includes("srgb") ? 255 : 1;
  const [red = 0, green = 0, blue = 0] = (colour.replace("srgb", "").match(/[\d.]+/g) ?? []).map(
    (part) => Number(part) * unit,
  );
  return [red, green, blue];
}
