// npm run fuzz: libFuzzer at the C++. Without arguments what the tests do: each program on the inputs that are kept, and a number of new
// ones from a fixed seed.
//   npm run fuzz -- svr --minutes 60    one program for an hour; what is new goes into build/fuzz/corpus

import { parseArgs } from "node:util";
import { main, SetupError } from "../../wasm/toolchain/say.mjs";
import { fuzz, NAMES } from "./programs.mjs";

await main(async () => {
  const { values, positionals } = parseArgs({
    options: { minutes: { type: "string" }, seed: { type: "string", default: "1" } },
    allowPositionals: true,
  });
  const unknown = positionals.find((name) => !NAMES.includes(name));
  if (unknown !== undefined) throw new SetupError(`there is no fuzzer ${unknown}`, `one of ${NAMES.join(", ")}`);
  const minutes = values.minutes === undefined ? null : Number(values.minutes);
  if (minutes !== null && !(minutes > 0)) throw new SetupError("how many minutes?", "a number above 0");
  const names = positionals.length === 0 ? NAMES : positionals;
  const { failed, failures } = await fuzz(names, { minutes, seed: Number(values.seed) });
  for (const failure of failures) console.log(failure);
  process.exitCode = failed === 0 ? 0 : 1;
});
