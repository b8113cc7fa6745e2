// What a page in a frame says of what the page around it asks for. Sentences of refused messages are for whoever writes that page.
export const en = {
  why: "Locked by the page that shows this one.",
  locked: "“{name}” is locked by the page that shows this one.",
  wishes: {
    hide: "There is no field or part “{name}” in this lab that could be hidden.",
    lock: "There is no field or part “{name}” in this lab that could be locked.",
    theme: "There is no theme “{name}”; there are light and dark.",
    lang: "There is no language “{name}” here; there are en and zh-TW.",
  },
  refused: {
    version: "This page speaks version 1 of the messages.",
    shape: "A message of this type has other fields, or fields of other kinds, than this one.",
    "unknown-type": "There is no message of this type.",
    "too-large": "A message may have at most 256 KB.",
    "too-fast": "At most 50 messages a second are taken.",
    "not-ready": "No lab is on screen yet: wait for “ready”.",
    nothing: "There is nothing to undo or to redo.",
  },
} as const;
