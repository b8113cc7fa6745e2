// What a value that is not there leaves in words. No text of the page has it on purpose, so that one on the page is a fault.

/** The source of a regular expression: it is sent into pages as text. */
export const BROKEN_WORDS = String.raw`\bNaN\b|\bundefined\b|\bInfinity\b|\[object `;
