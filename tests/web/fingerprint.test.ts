// What the sheet about the page says of a fingerprint: the engine's name, and what all labs together come to.
import { expect, test } from "vitest";
import { engineName } from "../../web/host/fingerprint/engine-name.ts";
import { type LabAnswer, reportOf, summaryOf } from "../../web/host/fingerprint/summary.ts";
import { about } from "../../web/host/messages/about.en.ts";

const APPLE = "AppleWebKit/605.1.15 (KHTML, like Gecko)";
const GOOGLE = "AppleWebKit/537.36 (KHTML, like Gecko)";

test.each([
  ["Firefox 153, Linux", "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0"],
  ["Chromium 156, Linux", `Mozilla/5.0 (X11; Linux x86_64) ${GOOGLE} HeadlessChrome/156.0.0.0 Safari/537.36`],
  ["Chromium 156, Android", `Mozilla/5.0 (Linux; Android 10; K) ${GOOGLE} Chrome/156.0.0.0 Mobile Safari/537.36`],
  ["Edge 156, Windows", `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${GOOGLE} Chrome/156.0.0.0 Safari/537.36 Edg/156.0`],
  ["WebKit 18.5, macOS", `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${APPLE} Version/18.5 Safari/605.1.15`],
  [
    "WebKit 18.5, iOS",
    `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${APPLE} Version/18.5 Mobile/15E148 Safari/604.1`,
  ],
  ["WebKit 60.5, Linux", `Mozilla/5.0 (X11; Linux x86_64) ${APPLE} Version/60.5 Safari/605.1.15`],
  ["Something of its own/1.0", "Something of its own/1.0"],
])("%s", (name, userAgent) => expect(engineName(userAgent)).toBe(name));

const lab = (id: string, state: LabAnswer["state"], short = "0123-4567"): LabAnswer => ({
  lab: id,
  short: state === "agrees" || state === "differs" ? short : "",
  state,
  where: state === "differs" ? "bits" : "",
});

test("all labs agree only where each does, and have a code only where each has answered", () => {
  const good = lab("a", "agrees");
  expect(summaryOf([good, good])).toMatchObject({ state: "agrees", short: expect.stringMatching(/^\w{4}-\w{4}$/) });
  expect(summaryOf([good, lab("b", "differs")]).state).toBe("differs");
  expect(summaryOf([lab("b", "differs"), lab("c", "failed")])).toEqual({ state: "failed", short: "" });
  expect(summaryOf([lab("c", "failed"), lab("d", "waits")])).toEqual({ state: "waits", short: "" });
});

test("another code of any lab, or another order, is another code of all", () => {
  const [a, b] = [lab("a", "agrees"), lab("b", "agrees", "89ab-cdef")];
  const codes = [
    [a, b],
    [b, a],
    [a, a],
  ].map((answers) => summaryOf(answers).short);
  expect(new Set(codes).size).toBe(3);
});

test("the report names version, engine, every lab, and the request that differs", () => {
  const report = reportOf([lab("a", "agrees"), lab("b", "differs")], about.state, "Engine/1").split("\n");
  expect(report[0]).toMatch(/^Proofground \d+\.\d+\.\d+, Engine\/1$/);
  expect(report.slice(2)).toEqual(["a 0123-4567 agrees", "b 0123-4567 differs bits"]);
});
