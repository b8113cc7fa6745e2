// Words of the sheet about this page, in English.

export const about = {
  version: "Version {version}",
  what: "A playground where every statement of a graduate machine-learning homework can be touched, checked and broken. The numbers are computed by C++ in WebAssembly, in this page; no data leaves it.",
  fingerprint: "Fingerprint",
  fingerprintWhat:
    "Each lab has just answered the same fixed requests in this browser. Where two machines show the same code, they compute the same numbers. The reference is what this version answered when it was made; numbers that go through exp or log are compared with it to a tolerance.",
  all: "All labs",
  state: {
    waits: "computing",
    agrees: "agrees",
    differs: "differs",
    failed: "no answer",
  },
  engine: "Computed by {engine}.",
  copy: "Copy fingerprint",
  copied: "Copied.",
  copyByHand: "Copying is not allowed here. Copy this text:",
  licence: "Licence",
  notices: "What it is built with",
  noticesFailed: "The notices could not be loaded. They are in the file THIRD_PARTY_NOTICES beside the source.",
} as const;
