// node wasm/toolchain/run.mjs COMMAND ...: run a command with the project's toolchain, for example
//   node wasm/toolchain/run.mjs ctest --preset native -R smo
import { main } from "./say.mjs";
import { run, toolchain } from "./toolchain.mjs";

await main(async () => {
  process.exitCode = run(await toolchain("everything"), process.argv.slice(2));
});
