// The examples of the package's README: each runs in a project that has installed the package, and prints what its comments say.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** @param {string} text of a README @returns what stands in each block of JavaScript, and the heading over it */
export function examples(text) {
  let heading = "";
  return [...text.matchAll(/^#+ (.*)$|^```js\n([\s\S]*?)^```$/gm)].flatMap(([, title, code]) => {
    if (title !== undefined) heading = title;
    return code === undefined ? [] : [{ heading, code }];
  });
}

/** What an example prints, by the comments behind its calls of console.log. @param {string} code */
const promised = (code) => [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, words = ""]) => words);

/** @param {string} project @param {(name: string, problem: string) => void} check */
export function runExamples(project, check) {
  const found = examples(readFileSync(join(project, "node_modules/proofground/README.md"), "utf8"));
  for (const [index, { heading, code }] of found.entries()) {
    const file = `example-${index}.mjs`;
    writeFileSync(join(project, file), code);
    const { stdout, stderr, status } = spawnSync(process.execPath, [file], { cwd: project, encoding: "utf8" });
    const printed = stdout.trim();
    const wanted = promised(code);
    let problem = "";
    if (status !== 0) problem = stderr;
    else if (wanted.length === 0) problem = "it promises nothing that could be compared";
    else if (printed !== wanted.join("\n")) problem = `it prints "${printed}" instead of "${wanted.join("\n")}"`;
    check(`README, "${heading}": example ${index + 1} prints what it says`, problem);
  }
  check("README has an example for every solver", found.length >= 8 ? "" : `only ${found.length} examples`);
}
