// Why a link is not followed, by the reason of its refusal, in English. Loaded when one is refused.
export const linkWords = {
  "link-too-long": "This link is too long. You see the lab as it opens.",
  "link-unknown": "This link says nothing that is known here (“{value}”). You see the lab as it opens.",
  "link-damaged": "This link is damaged: it may have been cut when it was copied. You see the lab as it opens.",
  "link-too-large": "This link holds more data than the page takes. You see the lab as it opens.",
  "link-version":
    "This link was made by another version (“{value}” instead of “{expected}”). You see the lab as it opens.",
  "unknown-lab": "There is no lab “{value}”. You see the first one.",
  "unknown-claim": "There is no claim “{value}” in this lab (there are {expected}). You see the lab as it opens.",
  "unknown-field": "This link sets “{field}”, which this lab does not have. You see the lab as it opens.",
  "wrong-kind":
    "This link gives “{value}” for {field}, which is not the kind of value it takes. You see the lab as it opens.",
  "not-finite": "This link gives {value} for {field}, which must be a finite number. You see the lab as it opens.",
  "not-whole": "This link gives {value} for {field}, which must be a whole number. You see the lab as it opens.",
  "out-of-range": "This link gives {value} for {field}, outside {expected}. You see the lab as it opens.",
  "not-an-option":
    "This link gives “{value}” for {field}, which is not one of its options. You see the lab as it opens.",
  "text-too-long":
    "This link gives {field} a text of more than {expected} {expected:character|characters}. You see the lab as it opens.",
  "too-many": "This link gives {field} more than {expected} {expected:entry|entries}. You see the lab as it opens.",
  inconsistent: "The parts of this link do not fit together ({value}). You see the lab as it opens.",
} as const;
