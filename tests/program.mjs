// Build one program of the C++ tests and run it:
//   node tests/program.mjs sanitize svm --gtest_filter='Smo*'
// The presets are native, sanitize and wasm; a program has the name of its module; further arguments are GoogleTest's.
import { main, SetupError } from "../wasm/toolchain/say.mjs";
import { cmake, run, toolchain } from "../wasm/toolchain/toolchain.mjs";

await main(async () => {
  const [preset, name, ...options] = process.argv.slice(2);
  if ((preset !== "native" && preset !== "sanitize" && preset !== "wasm") || name === undefined)
    throw new SetupError("which program?", "node tests/program.mjs native|sanitize|wasm PROGRAM [--gtest_filter=...]");
  const tools = await toolchain("everything");
  const program = `${name}_test`;
  await cmake(tools, preset, program);
  const file = `build/${preset}/tests/native/${program}`;
  process.exitCode = run(tools, [...(preset === "wasm" ? ["node", `${file}.js`] : [file]), ...options]);
});
