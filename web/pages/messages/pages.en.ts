// The words of the static pages, in English: those around a lab's own.
export const pages = {
  /** Of this language, in it: what a page in another one says. */
  languageName: "English",
  /** Behind the name of the other one, for those whose computer has no letters for it. */
  otherLanguage: " (Chinese)",
  site: "Proofground",
  siteSays: "Statements of machine learning with their proofs, and solvers in your browser to check and to break them.",
  problem: "Problem {problem}",
  problems: "All problems",
  labName: "Problem {problem}: {lab}",
  /** Between titles in a row, and between sentences. */
  join: "; ",
  sentences: " ",
  title: "{name}: {title} · {lab} · {site}",
  labTitle: "{lab}: statements and proofs · {site}",
  labSays:
    "Problem {problem}, {lab}: {count} {count:statement with its proof|statements with their proofs}, each with a live check on your own data: {titles}.",
  which: "{name}: {title} (problem {problem}, {lab}).",
  also: "With its proof step by step, a check on your own data, and the mistakes that break it.",
  statement: "Statement",
  statements: "Statements",
  setting: "What is given",
  settingOf: "As it stands in the proof of statement",
  open: "Try it on your own data",
  openLab: "Open the lab",
  opens:
    "Opens the lab on an example of this statement. Move its points and parameters, or load your own data: the check below follows.",
  opensLab: "Opens the lab. Everything is computed in your browser.",
  oneFile: "Opened from a disk? Use the same in one file.",
  slips: "Slips of the handout",
  printed: "As printed",
  corrected: "Corrected",
  slipBreaks:
    "In the lab “As printed” breaks the statement with the mistake “{name}”, and the check shows what turns wrong.",
  mistakes: "Mistakes that break it",
  mistakesSay: "Each can be made in the lab, on purpose, and the check notices it.",
  hypotheses: "Without a hypothesis",
  wrong: "What turns wrong:",
  unseen: "What the check cannot see:",
  refersTo: "Refers to",
  referredToBy: "Referred to by",
  neighbours: "Previous and next statement",
  previous: "Previous",
  next: "Next",
  recipes: "Recipes: host, embed, hand out",
  recipesTitle: "Recipes: host, embed and hand out · {site}",
  recipesSay:
    "How to put Proofground on a web server, into a course page, slides, a notebook or a learning management system, and how to hand it out as one file.",
  onThisPage: "On this page",
  foot: "Static page: it needs no script and sends nothing.",
} as const;
