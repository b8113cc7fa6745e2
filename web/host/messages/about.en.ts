// Words of the sheet about this page, in English.

export const about = {
  version: "Version {version}",
  what: "A playground where every statement of a graduate machine-learning homework can be touched, checked and broken. The numbers are computed by C++ in WebAssembly, in this page; no data leaves it.",
  licence: "Licence",
  notices: "What it is built with",
  noticesFailed: "The notices could not be loaded. They are in the file THIRD_PARTY_NOTICES beside the source.",
} as const;
