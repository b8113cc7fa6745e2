// npm run shots: take the pictures of the page anew (tests/browser/pictures), and write a sheet with the ones before beside them, to
// be looked at before they are committed.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { main, SetupError, say } from "../wasm/toolchain/say.mjs";
import { PROJECT } from "../wasm/toolchain/toolchain.mjs";
import { library, packages, wholeSite } from "../web/build/steps.mjs";

const PICTURES = join(PROJECT, "tests/browser/pictures");
const SHEET = join(PROJECT, "build/browser/shots");

const STYLE = `
  body { margin: 24px; font: 15px/1.5 system-ui, sans-serif; background: #888; }
  main { display: flex; flex-wrap: wrap; gap: 24px; align-items: start; }
  figure { margin: 0; background: #fff; padding: 8px; } figcaption { margin-bottom: 4px; }
  img { display: inline-block; vertical-align: top; margin-right: 8px; outline: 1px solid #ccc; }
  .changed { outline: 4px solid #cf5500; }`;

/** @param {string} name @param {string} folder */
const image = (name, folder) =>
  existsSync(join(folder, name)) ? `<img src="${pathToFileURL(join(folder, name)).href}" alt="">` : "";

await main(async () => {
  await packages();
  await wholeSite();
  await library();
  const before = join(SHEET, "before");
  rmSync(SHEET, { recursive: true, force: true });
  mkdirSync(before, { recursive: true });
  if (existsSync(PICTURES)) cpSync(PICTURES, before, { recursive: true });
  rmSync(PICTURES, { recursive: true, force: true });
  const { status } = spawnSync(
    "node",
    [
      join(PROJECT, "node_modules/@playwright/test/cli.js"),
      ...["test", "--config", "tests/browser/playwright.config.ts", "-g", "looks as it did"],
    ],
    { cwd: PROJECT, stdio: "inherit", env: { ...process.env, PROOFGROUND_SHOTS: "renew" } },
  );
  if (status !== 0) {
    rmSync(PICTURES, { recursive: true, force: true });
    cpSync(before, PICTURES, { recursive: true });
    throw new SetupError("the pictures could not be taken", "the tests above say why; the ones before are back");
  }
  const names = [...new Set([...readdirSync(before), ...readdirSync(PICTURES)])].sort();
  const same = (/** @type {string} */ name) =>
    [before, PICTURES].every((folder) => existsSync(join(folder, name))) &&
    readFileSync(join(before, name)).equals(readFileSync(join(PICTURES, name)));
  const changed = names.filter((name) => !same(name));
  const figures = [...changed, ...names.filter(same)].map((name) =>
    same(name)
      ? `<figure><figcaption>${name}</figcaption>${image(name, PICTURES)}</figure>`
      : `<figure class="changed"><figcaption>${name}: before, now</figcaption>${image(name, before)}${image(name, PICTURES)}</figure>`,
  );
  const sheet = join(SHEET, "index.html");
  writeFileSync(
    sheet,
    `<!doctype html><meta charset="utf-8"><title>Pictures</title><style>${STYLE}</style><main>${figures.join("\n")}</main>\n`,
  );
  say(`${names.length} pictures, ${changed.length} of them changed: ${pathToFileURL(sheet).href}`);
});
