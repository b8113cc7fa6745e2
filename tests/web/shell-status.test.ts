import { describe, expect, it } from "vitest";
import type { ClientStatus } from "../../web/host/lab.ts";
import { border } from "../../web/host/messages/border.en.ts";
import { border as chinese } from "../../web/host/messages/border.zh-TW.ts";
import { en as words } from "../../web/host/messages/en.ts";
import { QUIET, statusLine } from "../../web/host/status.ts";

const running: ClientStatus = { phase: "running", since: 0 };

describe("statusLine", () => {
  it("says nothing at rest and nothing of a short run", () => {
    expect(statusLine({ phase: "idle" }, 0, "", false)).toBeNull();
    expect(statusLine(running, QUIET - 1, "", false)).toBeNull();
  });

  it("shows a long run with its seconds, the lab's own words and a way to stop it", () => {
    expect(statusLine(running, QUIET, "", false)).toMatchObject({ kind: "running", stop: true });
    expect(statusLine(running, 3400, "4,000 iterations", false)?.text).toMatch(/3 s.*4,000 iterations/);
  });

  it("keeps saying that the picture is an earlier one after a stop", () => {
    expect(statusLine({ phase: "idle" }, 0, "", true)).toMatchObject({ kind: "stopped", stop: false });
  });

  it("quotes the solver's own sentence", () => {
    expect(statusLine({ phase: "refused", message: "C: expected > 0, got 0" }, 0, "", false)?.text).toContain(
      "C: expected > 0, got 0",
    );
  });

  it("names no call and no field of the solver", () => {
    const text = (message: string) => statusLine({ phase: "refused", message }, 0, "", false)?.text ?? "";
    const kernel = "svr.start: kernel: expected values on these x with C n k(x, x) of at most 1e150, got Infinity";
    expect(text(kernel)).toBe(words.shell.status.kernelTooLarge);
    const value = text("svr.run.curve: xNew[0]: expected a finite number of at most 1e100 in size, got 1.1e+100");
    expect(value).toContain("1.1e+100");
    expect(value).toContain("at most 1e100");
    expect(value).not.toMatch(/svr|xNew|curve|\{/);
  });

  it("has Chinese words for what the solver expects, and none for what it does not know", () => {
    for (const [said, here] of [
      ["a finite number of at most 1e100 in size", "絕對值不超過 1e100 的有限數"],
      ["a number from 0 to 1e100", "0 到 1e100 的數"],
      ["12 numbers", "12 個數"],
      ["an undamaged file", ""],
    ] as const) {
      expect(border(said)).toBe(said);
      expect(chinese(said)).toBe(here);
    }
  });

  it("tells a restart that goes on from one that gave up, with the cause in brackets where there is one", () => {
    const restarted = (gaveUp: boolean, message: string) =>
      statusLine({ phase: "restarted", gaveUp, message }, 0, "", false)?.text ?? "";
    expect(restarted(false, "out of memory")).toMatch(/\(out of memory\)$/);
    expect(restarted(true, "")).not.toBe(restarted(false, ""));
    expect(restarted(true, "")).not.toMatch(/[({]/);
  });

  it("has a sentence of its own for each way of being unavailable", () => {
    const texts = (["no-wasm", "no-simd", "load"] as const).map(
      (cause) => statusLine({ phase: "unavailable", cause, message: "" }, 0, "", false)?.text,
    );
    expect(new Set(texts).size).toBe(3);
    for (const text of texts) expect(text).not.toMatch(/[{}]/);
  });
});
