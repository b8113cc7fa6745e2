// The words of the front door itself. Those of a lab are in its own messages/door.en.ts.
export const en = {
  name: "Proofground",
  what: "The statements of a machine-learning homework, checked live on data that you can touch.",
  how: "The solvers run in this page. Each picture is computed as you look at it: do what it suggests, and read what the solver answers. Nothing leaves your browser.",
  problem: "Problem {problem}",
  pause: "Pause the pictures",
  theme: { auto: "Theme: system", light: "Theme: light", dark: "Theme: dark" },
  openLab: "Open the lab",
  openHere: "Go on in the lab",
  tour: "Take the tour",
  tourOf: "Take the tour of {lab}",
  back: "Start again",
  statements: {
    heading: "Every statement, and whether it holds",
    about:
      "Checked by the solvers on the data of the pictures above, as they began or as you left them. Open one to see its proof, and to break it.",
  },
  about: "About",
  aboutFailed: "The text could not be loaded. Check the connection and try again.",
  foot: {
    label: "More of Proofground",
    course: "For your course",
    builder: "Put a lab on your page",
    recipes: "Recipes: host, embed, hand out",
    pages: "Every proof as a page to read:",
  },
  verdict: {
    pass: "holds",
    fail: "fails",
    vacuous: "does not apply here",
    checking: "is being checked",
    unasked: "not checked yet",
  },
  holds: "{pass} of {total} {total:statement holds|statements hold}",
  unchecked: "{total} {total:statement|statements}, not checked yet",
  checking: "{done} of {total} {total:statement|statements} checked",
  trouble: {
    "no-wasm":
      "A still picture: this browser has WebAssembly switched off, and all that moves here is computed with it.",
    "no-simd":
      "A still picture: this browser is too old to compute it. Chromium 91, Firefox 89 and Safari 16.4 or newer can.",
    load: "A still picture: the solver could not be loaded. Check the connection and try again.",
    failed: "The solver failed. Start again, or open the lab.",
    again: "Try again",
  },
} as const;
