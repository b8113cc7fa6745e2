// Light, dark, or as the system: an attribute of the root element that the style sheet and the canvases follow.
export type ThemeChoice = "auto" | "light" | "dark";
const CHOICES: readonly ThemeChoice[] = ["auto", "light", "dark"];
const KEY = "proofground.theme";

/** The choice remembered on this device; "auto" where nothing is or may be remembered. */
export function themeChoice(): ThemeChoice {
  try {
    const kept = localStorage.getItem(KEY);
    return CHOICES.find((choice) => choice === kept) ?? "auto";
  } catch {
    return "auto";
  }
}

export function applyTheme(choice: ThemeChoice): void {
  if (choice === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = choice;
}

/** Remember the choice on this device. */
export function keepTheme(choice: ThemeChoice): void {
  try {
    if (choice === "auto") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, choice);
  } catch {
    // Storage is refused in some frames and private windows: the choice then lasts as long as the page.
  }
}

export function nextTheme(choice: ThemeChoice): ThemeChoice {
  return CHOICES[(CHOICES.indexOf(choice) + 1) % CHOICES.length] ?? "auto";
}
