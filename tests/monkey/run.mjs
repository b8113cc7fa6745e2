// npm run monkey: a monkey at the page. Without options what the tests do; more by
//   npm run monkey -- --lab svr --actions 500 --seed 7    one lab, once
//   npm run monkey -- --hours 2                           all labs, one seed after another
//   npm run monkey -- --replay build/monkey/svr-7.json    a list that has failed
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { main, SetupError } from "../../wasm/toolchain/say.mjs";
import { packages, wholeSite } from "../../web/build/steps.mjs";

await main(async () => {
  const { values } = parseArgs({
    options: {
      lab: { type: "string" },
      actions: { type: "string", default: "200" },
      seed: { type: "string", default: "1" },
      hours: { type: "string" },
      replay: { type: "string" },
      framed: { type: "boolean", default: false },
      built: { type: "boolean", default: false },
    },
  });
  if (!values.built) for (const step of [packages, wholeSite]) await step();
  const { keep, LABS, monkey, replay } = await import("./monkey.mjs");
  const seed = Number(values.seed);
  const count = Number(values.actions);
  if (!Number.isSafeInteger(seed) || !(count > 0))
    throw new SetupError("which seed, how many actions?", "whole numbers");
  if (values.replay !== undefined) {
    const { fault, done } = await replay(JSON.parse(readFileSync(values.replay, "utf8")));
    console.log(done.join("\n"));
    console.log(fault === "" ? "nothing is wrong" : fault);
    process.exitCode = fault === "" ? 0 : 1;
    return;
  }
  const until = Date.now() + Number(values.hours ?? 0) * 3_600_000;
  let failed = 0;
  for (let turn = 0; turn === 0 || Date.now() < until; turn++) {
    for (const lab of values.lab === undefined ? LABS : [values.lab]) {
      const plan = { lab, framed: values.framed || turn % 4 === 3, seed: seed + turn };
      const found = await monkey(plan, count, { tries: 40 });
      if (found === null) continue;
      failed += 1;
      console.log(`${found.fault}\n  ${found.done.join("\n  ")}\nagain: npm run monkey -- --replay ${keep(found)}`);
    }
  }
  process.exitCode = failed === 0 ? 0 : 1;
});
