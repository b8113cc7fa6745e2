// npm run new-lab -- ID PROBLEM: the files of a new lab, which build, run and pass every check as they are: a normal density, its
// plot, and one claim with its break-it, theory, words and tests. They are a start, to be replaced piece by piece.
//
// web/build/new-lab holds them as TEXT.txt, in the folders where they go; __id__, __Id__ and __problem__ stand for the lab's.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { main, SetupError, say } from "../../wasm/toolchain/say.mjs";
import { PROJECT, toolchain } from "../../wasm/toolchain/toolchain.mjs";
import { packages } from "./steps.mjs";

const TEMPLATES = join(import.meta.dirname, "new-lab");

/** @param {string} folder @returns {string[]} paths of the templates, without .txt */
const templates = (folder = "") =>
  readdirSync(join(TEMPLATES, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? templates(path) : [path.replace(/\.txt$/, "")];
  });

/**
 * @param {string} id lowercase letters and digits, a letter first
 * @param {string} problem a number; the lab's claims are named after it
 * @returns {readonly (readonly [path: string, text: string])[]} the files that are created
 */
export function newFiles(id, problem) {
  const Id = id.replace(/^./, (letter) => letter.toUpperCase());
  const filled = (/** @type {string} */ text) =>
    text.replaceAll("__id__", id).replaceAll("__Id__", Id).replaceAll("__problem__", problem);
  return templates().map((path) => [filled(path), filled(readFileSync(join(TEMPLATES, `${path}.txt`), "utf8"))]);
}

/**
 * The two files that name every lab, with one more.
 * @param {string} id @param {string} problem @param {(path: string) => string} read
 * @returns {readonly (readonly [path: string, text: string])[]} the files that are changed
 */
export function changedFiles(id, problem, read) {
  const parts = JSON.parse(read("wasm/parts.json"));
  const rows = Object.entries({ ...parts, [id]: [id] }).map(
    ([part, folders]) =>
      `  ${JSON.stringify(part)}: [${folders.map((/** @type {string} */ one) => JSON.stringify(one)).join(", ")}]`,
  );
  const entry = `  lab({
    id: "${id}",
    part: "${id}",
    problem: "${problem}",
    title: ${id}.title,
    model: () => import("./labs/${id}/model.ts"),
    view: () => import("./labs/${id}/view.ts"),
  }),
`;
  const end = "] as const;";
  /** In the order of their paths, as the checks want them. @param {string} lines */
  const withTitle = (lines) =>
    [...lines.trimEnd().split("\n"), `import * as ${id} from "./labs/${id}/messages/title.en.ts";`]
      .filter((line) => line !== "")
      .sort((a, b) => (a.replace(/.*from/, "") < b.replace(/.*from/, "") ? -1 : 1))
      .join("\n");
  return [
    ["wasm/parts.json", `{\n${rows.join(",\n")}\n}\n`],
    [
      "web/registry.ts",
      read("web/registry.ts")
        .replace(/^(?:import \* as .*\n)*(?=\nconst labs)/m, (lines) => `${withTitle(lines)}\n`)
        .replace(end, `${entry}${end}`),
    ],
  ];
}

/**
 * Write the files of a new lab into a checkout.
 * @param {string} project @param {string | undefined} id @param {string | undefined} problem
 * @throws {SetupError} where the id or the problem cannot be taken
 */
export function newLab(project, id, problem) {
  const usage = "write: npm run new-lab -- ID PROBLEM, for example npm run new-lab -- density 5";
  if (id === undefined || !/^[a-z][a-z0-9]*$/.test(id))
    throw new SetupError(`"${id ?? ""}" is no id of a lab: lowercase letters and digits, a letter first`, usage);
  if (problem === undefined || !/^[1-9][0-9]*$/.test(problem))
    throw new SetupError(`"${problem ?? ""}" is no number of a problem`, usage);
  const read = (/** @type {string} */ path) => readFileSync(join(project, path), "utf8");
  const taken = ["src", "wasm", "web/labs"]
    .map((folder) => `${folder}/${id}`)
    .find((path) => existsSync(join(project, path)));
  if (taken !== undefined) throw new SetupError(`${taken} is there already`, "choose another id");
  if (read("web/registry.ts").includes(`problem: "${problem}"`))
    throw new SetupError(`problem ${problem} has a lab already`, "choose another number");
  const created = newFiles(id, problem);
  const changed = changedFiles(id, problem, read);
  for (const [path, text] of [...created, ...changed]) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
  return { created: created.map(([path]) => path), changed: changed.map(([path]) => path) };
}

/** Lay lines out as the checks want them: their length and order depend on the id. @param {string} project @param {readonly string[]} paths */
async function layOut(project, paths) {
  await packages();
  const biome = join(project, "node_modules/@biomejs/biome/bin/biome");
  run(["node", biome, "check", "--write", "--log-level=error", ...paths.filter((path) => /\.(ts|json)$/.test(path))]);
  const tools = await toolchain("everything");
  run(tools.command(["clang-format", "-i", ...paths.filter((path) => /\.(cpp|h)$/.test(path))]));
}

/** @param {readonly string[]} argv */
function run([command = "", ...args]) {
  const { status } = spawnSync(command, args, { cwd: PROJECT, stdio: "inherit" });
  if (status !== 0) throw new SetupError(`${command} ${args[0]} failed`, "the files are there; format them by hand");
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(async () => {
    const [, , id, problem] = process.argv;
    const { created, changed } = newLab(PROJECT, id, problem);
    await layOut(PROJECT, [...created, ...changed]);
    for (const path of created) say(`created ${path}`);
    for (const path of changed) say(`changed ${path}`);
  });
}
