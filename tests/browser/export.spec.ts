// What is saved: pictures that open, and numbers that are the solver's own to the last bit.
import { readdir, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { start } from "../../build/library/svr.ts";
import { parseTable } from "../../web/host/csv.ts";
import { exporting as words } from "../../web/host/messages/export.en.ts";
import { DIST, siteUrl } from "./support/addresses.ts";
import { expect, type Lab, test } from "./support/lab.ts";
import { decode } from "./support/png.ts";
import { stateLink } from "./support/state-link.ts";

const limits = { maxBytes: 1e7, maxRows: 5000, maxColumns: 300 };

async function save(lab: Lab, id: string, onScreen = false): Promise<{ name: string; bytes: Buffer }> {
  await lab.page.locator(".export-open").click();
  const colours = lab.page.getByRole("checkbox", { name: words.onScreen });
  await expect(colours).not.toBeChecked();
  if (onScreen) await colours.check();
  const [download] = await Promise.all([
    lab.page.waitForEvent("download"),
    lab.page.locator(`[data-export=${id}]`).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** The very binary that the page runs. */
async function binary(): Promise<Uint8Array<ArrayBuffer>> {
  const assets = resolve(DIST, "site/assets");
  const name = (await readdir(assets)).find((file) => /^proofground-svr-.*\.wasm$/.test(file));
  if (name === undefined) throw new Error("the site has no binary");
  return readFile(resolve(assets, name));
}

function columnsOf(text: string): Map<string, readonly number[] | readonly string[]> {
  const parsed = parseTable(text, limits);
  if (!parsed.ok) throw new Error(parsed.problem.code);
  return new Map(parsed.table.columns.map((column) => [column.name, column.values ?? column.cells]));
}

test("JSON and CSV hold what the library answers to the same problem", async ({ lab }) => {
  await lab.open(await stateLink("svr", { preset: "outlier" }));
  const json = await save(lab, "json");
  const csv = await save(lab, "solution");
  expect(json.name).toBe("svr-outlier-solution.json");
  expect(csv.name).toBe("svr-outlier-solution.csv");
  const saved = JSON.parse(json.bytes.toString("utf8"));
  expect(saved.parameters).toMatchObject({
    kernel: { type: "linear" },
    C: 1,
    epsilon: 0.3,
    tolerance: 1e-3,
    standardise: false,
  });

  const pg = await start(await WebAssembly.compile(await binary()));
  const answer = pg.svr.fit({ ...saved.data, ...saved.parameters });
  // JSON knows no negative zero: adding 0 takes the sign off.
  expect(saved.solution.alpha).toEqual([...answer.alpha].map((value) => value + 0));
  expect(saved.solution.alphaStar).toEqual([...answer.alphaStar].map((value) => value + 0));
  expect(saved.solution.b).toBe(answer.b);
  expect(saved.solution.primal).toBe(answer.primal);
  expect(saved.solution.dual).toBe(answer.dual);
  expect(saved.solution.report).toEqual(answer.report);
  expect(saved.version).toBe(pg.version);

  const columns = columnsOf(csv.bytes.toString("utf8"));
  expect(columns.get("y")).toEqual(saved.data.y);
  expect(columns.get("alpha")).toEqual([...answer.alpha]);
  expect(columns.get("alpha_star")).toEqual([...answer.alphaStar]);
  expect(columns.get("e")).toEqual([...answer.residual]);
  expect(columns.get("xi")).toEqual([...answer.xi]);
  expect(columns.get("case")).toEqual(saved.case);
});

test("the saved data reads back in as it was", async ({ lab, page }) => {
  await lab.open(await stateLink("svr", { preset: "iris" }));
  const { name, bytes } = await save(lab, "data");
  expect(name).toBe("svr-iris-data.csv");
  const before = await lab.row(7, 4);
  await page.locator("[data-action=import]").click();
  await page.locator("dialog.import input[type=file]").setInputFiles({ name, mimeType: "text/csv", buffer: bytes });
  await page.locator("dialog.import .primary").click();
  await lab.has(150);
  expect(await lab.row(7, 4)).toEqual(before);
});

test("PNG and SVG open as pictures of some size", async ({ lab, page }) => {
  await lab.open();
  const png = await save(lab, "png");
  expect(png.name).toBe("svr-motorcycle.png");
  expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
  expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(800);
  const svg = await save(lab, "svg");
  expect(svg.name).toBe("svr-motorcycle.svg");
  const text = svg.bytes.toString("utf8");
  const seen = await page.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, "image/svg+xml");
    return {
      root: parsed.documentElement.nodeName,
      marks: parsed.querySelectorAll("path, circle, rect, polygon, line, use").length,
      words: parsed.documentElement.textContent ?? "",
      foreign: parsed.querySelectorAll("script, foreignObject, image").length,
    };
  }, text);
  expect(seen.root).toBe("svg");
  expect(seen.marks).toBeGreaterThan(20);
  expect(seen.foreign).toBe(0);
  expect(seen.words).toContain("time after impact (ms)");
});

test("the list closes with Escape and gives the focus back", async ({ lab, page }) => {
  await lab.open();
  const open = page.locator(".export-open");
  await open.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".export-list")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator(".export-list")).toBeHidden();
  await expect(open).toBeFocused();
});

test("pictures are light whatever the page's theme, unless the user wants them as on screen, and say what they show, with the parameters and the link", async ({
  lab,
  page,
}) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await lab.openClaim("svr", "1b");
  await expect(lab.chip("1b")).toHaveAttribute("data-verdict", "pass");
  await lab.settled();
  for (const id of ["svg", "claimSvg"]) {
    const { name, bytes } = await save(lab, id);
    const text = bytes.toString("utf8");
    const seen = await page.evaluate((source) => {
      const root = new DOMParser().parseFromString(source, "image/svg+xml").documentElement;
      const all = (selector: string) => [...root.querySelectorAll(selector)];
      const attributes = (name: string) => all(`[${name}]`).map((each) => each.getAttribute(name));
      return {
        title: root.querySelector("title")?.textContent ?? "",
        description: root.querySelector("desc")?.textContent ?? "",
        ground: root.querySelector("rect")?.getAttribute("fill"),
        colours: [...new Set([...attributes("fill"), ...attributes("stroke")])],
        words: all("text").map((each) => each.textContent ?? ""),
      };
    }, text);
    const { description, words, colours } = seen;
    expect(seen.ground).toBe("rgb(255, 255, 255)");
    // The light theme's ink, and none of the dark one's.
    expect(colours).toContain("rgb(28, 30, 33)");
    expect(colours).not.toContain("rgb(233, 231, 226)");
    expect(description).toContain("C (penalty for slack) = 10");
    expect(description).toContain(new URL("#lab=svr&q=1b", siteUrl()).href);
    expect(words.join(" ")).toContain("ε (half width of the tube) = 0.1");
    expect(words.join("")).toContain("#lab=svr&q=1b");
    if (id === "svg") {
      expect(name).toBe("svr-sinc.svg");
      expect(seen.title).toBe("Support vector regression · Proofground");
      expect(words).toContain("fit f(x)");
      continue;
    }
    expect(name).toBe("svr-sinc-1b.svg");
    expect(seen.title).toMatch(/^1b The dual, without gap · /);
    // Both charts, the legend of each, and the caption of both once.
    for (const axis of ["objective", "gap", "primal P", "gap P − D"])
      expect(
        words.filter((each) => each === axis),
        axis,
      ).toHaveLength(1);
    expect(words.filter((each) => each.startsWith("Every iterate of the solver"))).toHaveLength(1);
    // The legend's line has the colour of the curve.
    expect(colours).toContain("rgb(207, 85, 0)");
  }
  const png = await save(lab, "claimPng");
  expect(png.name).toBe("svr-sinc-1b.png");
  expect([...decode(png.bytes).rgb.subarray(0, 3)]).toEqual([255, 255, 255]);
  for (const id of ["svg", "claimSvg"]) {
    const seen = (await save(lab, id, true)).bytes.toString("utf8");
    expect(seen).toContain("rgb(233, 231, 226)");
    expect(seen).not.toContain("rgb(28, 30, 33)");
  }
  // The page itself stays dark.
  expect(await page.evaluate(() => getComputedStyle(document.body.parentElement as Element).backgroundColor)).toBe(
    "rgb(20, 22, 26)",
  );
});
