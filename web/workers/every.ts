// The single file's worker, for every lab: the whole library on its one binary.
import * as library from "../../wasm/lib/index.ts";
import { engineOf } from "../host/parts.ts";
import { serveWorker } from "../host/worker.ts";

serveWorker(engineOf(library));
