// The page on paper: what is printed, that its pictures are drawn, and that the page on screen is as it was afterwards.
import { inflateSync } from "node:zlib";
import type { Locator, Page } from "@playwright/test";
import { print as words } from "../../web/host/messages/print.en.ts";
import { proofPage } from "../../web/host/messages/proof-page.en.ts";
import { mistakes as svrMistakes } from "../../web/labs/svr/messages/mistakes.en.ts";
import { siteUrl } from "./support/addresses.ts";
import { expect, host, type Lab, test } from "./support/lab.ts";
import { decode } from "./support/png.ts";

/** Once a key has been pressed, the code that prints is on its way. */
async function readyToPrint({ page }: Lab): Promise<void> {
  const arrived = page.waitForResponse(/\/print-[^/]*\.css$/);
  await page.keyboard.press("Control");
  await arrived;
  // And runs: what shows the medium makes the paper.
  await expect(async () => {
    await page.emulateMedia({ media: "screen" });
    await page.emulateMedia({ media: "print" });
    await expect(page.locator(".paper")).toBeVisible({ timeout: 500 });
  }).toPass();
}

/** How many colours a picture has, and whether it is light at its edge. */
async function looks(picture: Locator): Promise<{ colours: number; light: boolean }> {
  const { rgb } = decode(await picture.screenshot());
  const colours = new Set<number>();
  for (let k = 0; k + 2 < rgb.length; k += 3)
    colours.add(((rgb[k] ?? 0) << 16) | ((rgb[k + 1] ?? 0) << 8) | (rgb[k + 2] ?? 0));
  return { colours: colours.size, light: Math.min(rgb[0] ?? 0, rgb[1] ?? 0, rgb[2] ?? 0) > 240 };
}

/** The colours that the pages of a PDF are filled with, as #rrggbb. */
async function coloursOfPdf(page: Page): Promise<ReadonlySet<string>> {
  const pdf = (await page.pdf()).toString("latin1");
  const found = new Set<string>();
  for (const [, stream = ""] of pdf.matchAll(/stream\r?\n(.*?)\r?\nendstream/gs)) {
    let text: string;
    try {
      text = inflateSync(Buffer.from(stream, "latin1")).toString("latin1");
    } catch {
      continue; // a font or a table of the file
    }
    for (const [, ...parts] of text.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) rg\b/g))
      found.add(
        `#${parts
          .slice(0, 3)
          .map((part) =>
            Math.round(Number(part) * 255)
              .toString(16)
              .padStart(2, "0"),
          )
          .join("")}`,
      );
  }
  return found;
}

test("a claim on paper: statement, pictures, parameters, check, proof, link and date, and nothing to press", async ({
  lab,
  page,
}) => {
  await page.emulateMedia({ colorScheme: "dark" });
  // Narrow: there the derivation is folded on screen.
  await page.setViewportSize({ width: 800, height: 900 });
  await lab.openClaim("svr", "1c1");
  await expect(lab.chip("1c1")).toHaveAttribute("data-verdict", "pass");
  await lab.settled();
  await readyToPrint(lab);

  const paper = page.locator(".paper");
  await expect(paper.locator("h1")).toHaveText("Support vector regression · Proofground");
  await expect(paper.locator("h2")).toContainText("1c1 b minimises the total slack");
  await expect(paper.locator("h2 .proof-verdict")).toContainText(host.proof.verdict.pass);
  await expect(paper.locator(".paper-name")).toHaveText(words.name);
  await expect(paper.locator(".proof-statement .katex").first()).toBeVisible();
  await expect(paper.locator(".proof-table tbody tr").first()).toBeVisible();
  await expect(paper.locator(".proof-unseen")).toContainText(svrMistakes["1c1"].unseen);
  await expect(paper.locator(":scope > .theory .katex").first(), "the derivation").toBeVisible();
  await expect(paper.locator(".paper-parameters div").first()).toHaveText("C penalty for slack1");
  await expect(paper).toContainText("Data: Tie: many optimal offsets");
  const link = paper.locator(".paper-foot a");
  await expect(link).toHaveAttribute("href", new URL("#lab=svr&q=1c1", siteUrl()).href);
  await expect(paper.locator(".paper-foot")).toContainText(
    words.date.replace("{date}", new Date().toLocaleDateString("en-GB", { dateStyle: "long" })),
  );
  await expect(paper.locator("button, input, select")).toHaveCount(0);
  await expect(page.locator("#proofground")).toBeHidden();

  // Main picture and the claim's: drawn, light, sharp.
  const pictures = paper.locator("canvas");
  await expect(pictures).toHaveCount(2);
  for (const picture of await pictures.all()) {
    const { colours, light } = await looks(picture);
    expect(colours).toBeGreaterThan(20);
    expect(light).toBe(true);
    expect(await picture.evaluate((canvas: HTMLCanvasElement) => canvas.width / canvas.clientWidth)).toBeGreaterThan(2);
  }

  await page.emulateMedia({ media: null });
  await expect(paper).toHaveCount(0);
  await expect(page.locator("#proofground")).toBeVisible();
  await lab.settled();
  expect((await looks(lab.canvas)).light, "the page itself is dark as before").toBe(false);

  const colours = await coloursOfPdf(page);
  // The points above the tube, in the light theme's colour; neither ground nor colours of the dark one.
  expect(colours).toContain("#cf5500");
  for (const dark of ["#14161a", "#1b1e23", "#f27d42"]) expect(colours).not.toContain(dark);
  await expect(paper).toHaveCount(0);

  await page.locator('[data-break="1c1"]').click();
  await expect(lab.chip("1c1")).toHaveAttribute("data-verdict", "fail");
  await page.emulateMedia({ media: "print" });
  await expect(paper.locator("h2")).toContainText(host.proof.broken);
  await expect(paper.locator("h2 .proof-verdict")).toContainText(host.proof.verdict.fail);
  const { name, breaks, wrong } = svrMistakes["1c1"].mistakes.plain;
  for (const text of [name, breaks, wrong]) await expect(paper.locator(".proof-broken")).toContainText(text);
  await expect(paper.locator(".proof-broken")).toContainText(proofPage.noticed);

  // Which answer is judged, where there are two.
  await page.emulateMedia({ media: null });
  await lab.openClaim("svr", "1b");
  const judged = page.locator(".proof-page .proof-judged");
  await expect(judged).not.toBeEmpty();
  const said = (await judged.textContent()) ?? "";
  await page.emulateMedia({ media: "print" });
  await expect(paper.locator(".proof-judged")).toHaveText(said);
});

test("without an open claim: the picture, the parameters as text, and every claim with its verdict", async ({
  lab,
  page,
}) => {
  await lab.open("#lab=svdd");
  await expect(page.locator('.proof-chip[data-verdict="pass"]').first()).toBeVisible();
  await readyToPrint(lab);
  const paper = page.locator(".paper");
  await expect(paper.locator("canvas")).toHaveCount(1);
  expect((await looks(paper.locator("canvas"))).colours).toBeGreaterThan(20);
  await expect(paper.locator("figcaption")).toContainText("Hypersphere around");
  await expect(paper.locator(".paper-parameters div").first()).toContainText("share left out");
  await expect(paper.locator(".paper-name"), "nothing to hand in").toHaveCount(0);
  await expect(paper.locator(".paper-board li")).toHaveCount(await page.locator(".proof-chip").count());
  await expect(paper.locator(".paper-board li").first()).toContainText(host.proof.verdict.pass);
  await expect(paper.locator("button, input, select")).toHaveCount(0);
});
