// Running a command whose output passes on to ours, less the lines that nobody needs.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { PROJECT } from "../wasm/toolchain/toolchain.mjs";

/**
 * @param {readonly string[]} argv
 * @param {(line: string) => boolean} [shown]
 * @returns {Promise<number>} exit code
 */
export async function passOn(argv, shown = () => true) {
  const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined };
  const child = spawn(argv[0] ?? "", argv.slice(1), { cwd: PROJECT, env, stdio: ["ignore", "pipe", "pipe"] });
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input }).on("line", (line) => {
      if (shown(line)) console.log(line);
    });
  }
  const code = await new Promise((resolve) => child.on("close", resolve));
  return code ?? 1;
}
