// The sum of the counts that `npm test` and `npm run check` left behind, and what failed in them, where the end of a long
// log shows it; a missing count is a failure.
import { existsSync, readFileSync } from "node:fs";
import { summaryFile } from "./report.mjs";

let passed = 0;
let failed = 0;
for (const name of process.argv.slice(2)) {
  const file = summaryFile(name);
  const count = existsSync(file)
    ? JSON.parse(readFileSync(file, "utf8"))
    : { passed: 0, failed: 1, failures: [`${name}: no result`] };
  passed += count.passed;
  failed += count.failed;
  for (const what of count.failures) console.log(`failed: ${what}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
