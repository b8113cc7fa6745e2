// LIBSVM prints its objective; both builds of it take hold of console.log as they load.
globalThis.printed = [];
console.log = (line) => globalThis.printed.push(String(line));
