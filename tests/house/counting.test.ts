// What `npm test` makes of what the runners leave behind: no failure is lost, and each says where it was.
import { describe, expect, test } from "vitest";
import { casesOf, programsIn } from "../programs.mjs";

const RUN = "[ RUN      ] ";
const good = (name: string) => `${RUN}${name}\n[       OK ] ${name} (1 ms)\n`;
const bad = (name: string) => `${RUN}${name}\nvalues differ\n[  FAILED  ] ${name} (1 ms)\n`;
const program = (output: string, passed = false) => ({ name: "svm_test", passed, reason: "Failed", output });
const json = (...cases: { name: string; result?: string; failure?: string }[]) =>
  JSON.stringify({
    testsuites: [
      {
        testsuite: cases.map(({ name, result = "COMPLETED", failure }) => ({
          classname: "Smo",
          name,
          result,
          ...(failure === undefined ? {} : { failures: [{ failure }] }),
        })),
      },
    ],
  });

describe("the cases of a C++ program", () => {
  test("are counted each, and one that fails has its name and message", () => {
    const count = casesOf(program(""), json({ name: "One" }, { name: "Two", failure: "smo_test.cpp:7\n2 is not 3" }));
    expect(count).toEqual({
      passed: 1,
      failed: 1,
      failures: [expect.stringMatching(/svm_test > Smo\.Two\n.*:7\n.*2 is not 3/)],
    });
  });

  test("that were skipped or are disabled have failed", () => {
    const count = casesOf(
      program("", true),
      json({ name: "One", result: "SKIPPED" }, { name: "Two", result: "SUPPRESSED" }),
    );
    expect(count).toMatchObject({ passed: 0, failed: 2 });
  });

  test("in a crash are those before it, and the one that it was in", () => {
    const count = casesOf(
      program(`${good("Smo.One")}${bad("Smo.Two")}${RUN}Smo.Three\nERROR: heap-buffer-overflow\n`),
      undefined,
    );
    expect(count).toMatchObject({ passed: 1, failed: 2 });
    expect(count.failures[0]).toMatch(/Smo\.Two\n.*values differ/);
    expect(count.failures[1]).toMatch(/Smo\.Three\n.*ended in this case: Failed\n.*heap-buffer-overflow/);
  });

  test("between which a program ends, or before which it does, is one failure more", () => {
    expect(casesOf(program(good("Smo.One")), undefined)).toMatchObject({ passed: 1, failed: 1 });
    expect(casesOf(program("cannot be run"), undefined).failures).toEqual([expect.stringContaining("cannot be run")]);
  });

  test("all passed, and then a leak: a failure with what was said last", () => {
    const count = casesOf(
      program(`${good("Smo.One")}[  PASSED  ] 1 test.\nERROR: LeakSanitizer\n`),
      json({ name: "One" }),
    );
    expect(count).toMatchObject({ passed: 1, failed: 1 });
    expect(count.failures[0]).toMatch(/after its cases\n(.*\n)*.*LeakSanitizer/);
  });
});

test("programs are read from CTest's file, with their output", () => {
  const xml = `<testsuite><testcase name="a_test" classname="a_test" time="0.1" status="run"><system-out>x &lt; y</system-out></testcase>
    <testcase name="b_test" classname="b_test" time="9" status="fail"><failure message="SEGFAULT"/><system-out>1 &amp;lt; 2
${RUN}A.B</system-out></testcase><testcase name="c_test" status="notrun"/></testsuite>`;
  expect(programsIn(xml)).toEqual([
    { name: "a_test", passed: true, reason: "status run", output: "x < y" },
    { name: "b_test", passed: false, reason: "SEGFAULT", output: `1 &lt; 2\n${RUN}A.B` },
    { name: "c_test", passed: false, reason: "status notrun", output: "" },
  ]);
});
