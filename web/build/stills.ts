// build/door: what the front door shows before anything runs, made by what later runs there. Each lab's request goes through its solver,
// here in Node, and the answer is drawn by the same code as SVG, once for each theme. Beside it, the words that come with it.
/// <reference types="vite/types/importMeta.d.ts" />
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { start } from "../../build/library/every.ts";
import { compile } from "../../wasm/lib/binary.ts";
import { SetupError } from "../../wasm/toolchain/say.mjs";
import { type AnyDoor, STILL, type Still } from "../door/door.ts";
import type { LabSolver } from "../host/lab.ts";
import { themeFrom } from "../plot/palette.ts";
import { SvgPen } from "../plot/svg.ts";

const ROOT = resolve(import.meta.dirname, "../..");
// All at once: what imports this file loads nothing more afterwards.
const doors = import.meta.glob<AnyDoor>("../labs/*/door.ts", { eager: true, import: "default" });
const solvers = import.meta.glob<LabSolver<unknown, unknown>>("../labs/*/solver.ts", {
  eager: true,
  import: "default",
});

/** The colours of a theme, as the style sheet has them. */
function tokens(css: string, dark: boolean): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = "", value = ""] of css.matchAll(/^ {2}(--[\w-]+):\s*([^;]+);/gm)) {
    const pair = /^light-dark\((.+), ([^,]+|rgb\(.+\))\)$/.exec(value);
    const plain = pair === null ? value : (pair[dark ? 2 : 1] ?? value);
    const other = /^var\((--[\w-]+)\)$/.exec(plain)?.[1];
    if (!found.has(name)) found.set(name, other === undefined ? plain : (found.get(other) ?? plain));
  }
  return found;
}

/** @returns the first frame that shows the picture */
function solved(door: AnyDoor, solve: LabSolver<unknown, unknown>, pg: Parameters<typeof solve>[0]) {
  const request = door.request(door.at(0));
  const frames = solve(pg, request);
  for (let next = frames.next(); !next.done; next = frames.next({ view: undefined, advance: true }))
    if (door.shows(next.value)) {
      frames.return();
      return { request, frame: next.value };
    }
  throw new SetupError("a lab's solver gave no picture", "see shows() in its door.ts");
}

/** @param folder where to write the stills of every lab  @param styles a style sheet of this language, over the page's own */
export async function buildStills(folder: string, styles: string): Promise<void> {
  const bytes = await readFile(join(ROOT, "build/wasm/proofground.wasm"));
  const pg = await start(await compile({ wasm: new Uint8Array(bytes) }));
  const css = styles + (await readFile(join(ROOT, "web/style.css"), "utf8"));
  await mkdir(folder, { recursive: true });
  for (const [path, door] of Object.entries(doors)) {
    const lab = /labs\/([^/]+)\//.exec(path)?.[1] ?? "";
    const solve = solvers[path.replace("door.ts", "solver.ts")];
    if (solve === undefined) throw new SetupError(`${path} has no solver beside it`, "write one");
    const answer = solved(door, solve, pg);
    const state = door.at(0);
    const { model, words } = door;
    const still: Still = {
      ...{ lab, action: words.action, caption: words.caption, alt: door.describe(state, answer) },
      claims: model.claims.map((id) => ({
        id,
        name: words.claims[id]?.name ?? id,
        title: words.claims[id]?.title ?? "",
      })),
    };
    await writeFile(join(folder, `${lab}.json`), `${JSON.stringify(still)}\n`);
    for (const dark of [false, true]) {
      const found = tokens(css, dark);
      const fonts = found.get("--han");
      const theme = themeFrom(found, dark);
      const pen = new SvgPen();
      door.draw(pen, STILL, fonts ? { ...theme, sans: `${fonts}, ${theme.sans}` } : theme, state, answer);
      await writeFile(join(folder, `${lab}-${dark ? "dark" : "light"}.svg`), pen.finish(STILL, still.alt, null));
    }
  }
}
