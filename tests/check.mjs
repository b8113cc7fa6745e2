// npm run check: formatting, lint and types, each counted as one check. Arguments choose by a part of the name.

import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { cmake, PROJECT, run, toolchain } from "../wasm/toolchain/toolchain.mjs";
import { module, packages } from "../web/build/steps.mjs";
import { passOn } from "./command.mjs";
import { newLabTests } from "./new-lab.mjs";
import { report } from "./report.mjs";

/** @param {boolean} good */
const one = (good) => ({ passed: good ? 1 : 0, failed: good ? 0 : 1 });

/** @param {string} tool a program of node_modules @param {...string} args */
const npmTool = (tool, ...args) =>
  one(spawnSync(join(PROJECT, "node_modules/.bin", tool), args, { cwd: PROJECT, stdio: "inherit" }).status === 0);

/** The C++ files under some folders, relative to the project. @param {...string} folders */
const cpp = (...folders) =>
  folders.flatMap((folder) =>
    readdirSync(join(PROJECT, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(cpp|h)$/.test(name))
      .map((name) => join(folder, name)),
  );

/** @param {string} name page, worker or node */
const types = (name) => ({
  name: `types: ${name}`,
  run: async () => {
    await module(); // its declarations are part of what is checked
    return npmTool("tsc", "-p", `tsconfig.${name}.json`);
  },
});

const steps = [
  { name: "biome: format and lint", run: () => npmTool("biome", "check", "--error-on-warnings", ".") },
  ...["page", "worker", "node"].map(types),
  {
    name: "clang-format",
    run: async () => {
      const files = cpp("src", "wasm", "tests");
      return one(run(await toolchain("everything"), ["clang-format", "--dry-run", "-Werror", ...files]) === 0);
    },
  },
  {
    name: "clang-tidy",
    run: async () => {
      const tools = await toolchain("everything");
      await cmake(tools, "native", "proofground"); // for compile_commands.json
      const argv = [
        "run-clang-tidy",
        "-quiet",
        "-j",
        "2",
        "-p",
        "build/native",
        "-warnings-as-errors",
        "*",
        "/src/.*\\.cpp$",
      ];
      // It says of every file how many findings in other people's headers it keeps to itself.
      const noise = /^\[\s*\d+\/\d+\]|^\d+ warnings? generated\.$|^$/;
      return one((await passOn(tools.command(argv), (line) => !noise.test(line))) === 0);
    },
  },
  { name: "new lab: made by the recipe alone, in a house of its own", run: newLabTests },
];

const wanted = process.argv.slice(2);
await packages();
await report(
  "check",
  steps.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part))),
);
