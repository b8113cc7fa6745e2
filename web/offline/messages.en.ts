// What the page says of a new version of itself.
export const en = {
  ready: "A new version is ready. Reloading keeps this lab's data; a training starts again.",
  reload: "Reload",
  tooLarge:
    "There is too much data for the address to keep it over a reload. Export it first. The new version opens the next time you come.",
  later: "Later",
} as const;
