// The page: the shell, the list of labs, and the wire to the solvers.
import { openLocal, openWorker, wasmSource } from "./host/port.ts";
import { startShell } from "./host/shell.ts";
import { labs } from "./registry.ts";

const root = document.getElementById("proofground");
if (root) startShell(root, { labs, ports: [openWorker, openLocal], wasm: wasmSource() });
