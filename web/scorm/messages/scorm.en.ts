// What the bar over the page says, in a learning platform.
export const en = {
  title: "Proofground",
  frame: "Proofground: {lab}",
  progress: "{done} of {all} {all:statement|statements} opened and seen to hold.",
  completed: "All {all} {all:statement|statements} opened and seen to hold: completed.",
  tasksProgress: "{done} of {all} {all:task|tasks} done.",
  tasksCompleted: "All {all} {all:task|tasks} done: completed.",
  kept: "The learning platform keeps your work.",
  review: "This visit is for looking only: the learning platform asked that nothing be recorded.",
  none: "No learning platform was found around this page. Everything works, but nothing is recorded.",
  refusedToBegin: "The learning platform did not begin to record. Everything works, but nothing is recorded.",
  tooLarge:
    "Your data are more than the learning platform has room for ({most} {most:character|characters}): your progress is kept, your data are not. Keep the link to them yourself.",
  noLink:
    "Your data are more than the learning platform and a link have room for: your progress is kept, your data are not. Use Export in the page.",
  copy: "Copy link",
  copied: "Copied",
  notCopied: "The browser did not allow it. The link: {link}",
  trouble: "The learning platform refused a call ({call}; {why}). The page goes on.",
  error: "error {code}: {message}",
  notFound: "There is no lab “{lab}” in this package: it opens the first one.",
  unknownTasks: "This package has no such tasks, and they do not count: {tasks}.",
} as const;
