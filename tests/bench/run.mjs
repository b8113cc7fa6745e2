// npm run bench: every figure of speed and weight that the project claims, side by side with what it is compared with, in
// one run. Arguments choose parts: npm run bench -- svr page. One part runs only when it is named, since it is long: npm run
// bench -- extremes, or with --quick a part of it. Writes build/bench/*.json; exit code 1 where a limit is missed.
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { main, seconds } from "../../wasm/toolchain/say.mjs";
import { cmake, PROJECT, toolchain } from "../../wasm/toolchain/toolchain.mjs";
import { library, module, packages, site } from "../../web/build/steps.mjs";
import { chromiumProgram } from "../browsers.mjs";

const CHROMIUM_OPTIONS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** What the benchmark alone compares with. */
const comparisons = () => packages("tests/bench");

async function launch() {
  const { chromium } = await import("@playwright/test");
  return chromium.launch({ executablePath: chromiumProgram(), args: CHROMIUM_OPTIONS });
}

/** @param {string} name @param {object} figures */
function save(name, figures) {
  const folder = join(PROJECT, "build/bench");
  mkdirSync(folder, { recursive: true });
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version };
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify({ machine, ...figures }, null, 1)}\n`);
}

/** @typedef {{ what: string, value: number, limit: number, holds: boolean, bound?: string }} Line */

/** @param {readonly Line[]} lines */
function judge(lines) {
  for (const { what, value, limit, holds, bound = "at most" } of lines) {
    console.log(
      `${holds ? "pass" : "FAIL"}  ${what}: ${Number(value.toPrecision(4))}, ${bound} ${limit.toPrecision(4)}`,
    );
    if (!holds) process.exitCode = 1;
  }
}

/** The places to compare, and the data for them. @param {import("@playwright/test").Browser} browser @param {import("./solvers.mjs").Machine} machine */
async function arena(browser, machine) {
  const tools = await toolchain("everything");
  await cmake(tools, "native", `native_${machine}`);
  await module();
  await library();
  const { chromium, native, node, workload } = await import("./engines.mjs");
  const page = await chromium(browser);
  const data = (/** @type {number} */ n, /** @type {number} */ d) => workload(tools, machine, n, d);
  return { page, engines: [native(tools), page.engine, await node()], data };
}

/** @param {import("@playwright/test").Browser} browser */
async function svr(browser) {
  const { engines, data } = await arena(browser, "svr");
  const { FIELDS, measureSvr } = await import("./svr.mjs");
  const { head, line, summary } = await import("./side.mjs");
  console.log(head(FIELDS));
  const { rows, lines } = await measureSvr(engines, data, ({ figures, ...one }) => console.log(line(one, figures)));
  for (const engine of engines) await engine.close();
  console.log(summary(rows).join("\n"));
  save("svr", { rows, lines });
  judge(lines);
}

/** @param {import("@playwright/test").Browser} browser */
async function svdd(browser) {
  const { page, engines, data } = await arena(browser, "svdd");
  const { extras, FIELDS, measureSvdd } = await import("./svdd.mjs");
  const { head, line, summary } = await import("./side.mjs");
  console.log(head(FIELDS));
  const { rows, lines, figures } = await measureSvdd(engines, page, data, (row) => {
    const { figures: times, ...one } = row;
    console.log(line(one, times));
  });
  for (const engine of engines) await engine.close();
  console.log([...summary(rows), ...extras(figures)].join("\n"));
  save("svdd", { rows, figures, lines });
  judge(lines);
}

/** @param {import("@playwright/test").Browser} browser */
async function diffusion(browser) {
  await comparisons();
  const tools = await toolchain("everything");
  await cmake(tools, "native", "native_diffusion");
  await module();
  await library();
  const { measureDiffusion, report } = await import("./diffusion.mjs");
  const { lines, ...figures } = await measureDiffusion(browser, tools);
  console.log(report(figures).join("\n"));
  save("diffusion", { ...figures, lines });
  judge(lines);
}

/** @param {import("@playwright/test").Browser} browser */
async function cifg(browser) {
  await comparisons();
  const tools = await toolchain("everything");
  await cmake(tools, "native", "native_cifg");
  await module();
  await library();
  await site();
  const [{ measureCifg, report }, { measureCifgPage }] = await Promise.all([
    import("./cifg.mjs"),
    import("./cifg-page.mjs"),
  ]);
  const { lines, ...figures } = await measureCifg(browser, tools);
  console.log(report(figures).join("\n"));
  const page = await measureCifgPage(browser, PROJECT);
  const all = [...lines, ...page.lines];
  save("cifg", { ...figures, page, lines: all });
  judge(all);
}

/** @param {import("@playwright/test").Browser} browser */
async function vae(browser) {
  await comparisons();
  const tools = await toolchain("everything");
  await cmake(tools, "native", "native_vae");
  await module();
  await library();
  await site();
  const [{ measureVae, report }, { measureVaePage }] = await Promise.all([
    import("./vae.mjs"),
    import("./vae-page.mjs"),
  ]);
  const { lines, ...figures } = await measureVae(browser, tools);
  console.log(report(figures).join("\n"));
  const page = await measureVaePage(browser, PROJECT);
  const all = [...lines, ...page.lines];
  save("vae", { ...figures, page, lines: all });
  judge(all);
}

/** @param {import("@playwright/test").Browser} browser */
async function page(browser) {
  await comparisons();
  await module();
  await site();
  const { measurePage } = await import("./page.mjs");
  const { lines, ...figures } = await measurePage(browser, PROJECT);
  save("page", { ...figures, lines });
  judge(lines);
}

/** @param {boolean} quick */
async function extremes(quick) {
  const tools = await toolchain("everything");
  await cmake(tools, "native", "native_svr");
  await cmake(tools, "native", "native_svdd");
  await module();
  await library();
  const { casesOf, linesOf, measureExtremes, summary, TIME } = await import("./extremes.mjs");
  const { HEAD, introduction, line } = await import("./extremes-table.mjs");
  const { inNode, native } = await import("./extremes-contenders.mjs");
  const { workload } = await import("./engines.mjs");
  const contenders = [
    inNode(tools, "proofground", TIME.ours),
    native(tools, "proofground", TIME.ours),
    inNode(tools, "libsvm-js", TIME.others),
    native(tools, "libsvm", TIME.others),
  ];
  const cases = casesOf(quick);
  console.log([...introduction(cases, quick), HEAD].join("\n"));
  /** @type {import("./extremes.mjs").Row[]} */
  const rows = [];
  const start = Date.now();
  try {
    const data = (/** @type {import("./extremes.mjs").Case} */ { machine, n, d, unscaled }) =>
      workload(tools, machine, n, d, unscaled);
    await measureExtremes(contenders, cases, quick, data, (row) => {
      rows.push(row);
      console.log(line(row));
      save("extremes", { quick, time: TIME, rows }); // of use even when the run is interrupted
    });
  } finally {
    for (const contender of contenders) contender.close();
  }
  console.log([...summary(rows), `the run took ${seconds(start)}`].join("\n"));
  const lines = linesOf(rows);
  save("extremes", { quick, time: TIME, rows, lines });
  judge(lines);
}

const parts = { svr, svdd, diffusion, cifg, vae, page };

await main(async () => {
  await packages();
  const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
  // Only when it is named: it takes an hour or two. It needs no page.
  if (wanted.includes("extremes")) {
    console.log("== extremes");
    await extremes(process.argv.includes("--quick"));
  }
  const named = Object.entries(parts).filter(([name]) => wanted.length === 0 || wanted.includes(name));
  if (named.length === 0) return;
  const browser = await launch();
  try {
    for (const [name, part] of named) {
      console.log(`== ${name}`);
      await part(browser);
    }
  } finally {
    await browser.close();
  }
});
