// The page: the shell, the list of labs, and the clients of the solvers. Small, so that all of it is on its way at once: the shell,
// the parts of the lab that the address asks for, and its solver.
import { createClient } from "./host/client.ts";
import { entryAt } from "./host/entry.ts";
import { isRefusal } from "./host/fields.ts";
import { openLocal, openWorker } from "./host/port.ts";
import { parseAddress } from "./host/url.ts";
import { labList } from "./registry.ts";

const ports = [openWorker, openLocal];

/** The client of the lab that the page opens on, already loading; the lab's parts, too. */
function begin() {
  const parsed = parseAddress(location.hash);
  const entry = entryAt(labList, isRefusal(parsed) ? { lab: null, claim: null } : parsed);
  if (!entry) return null;
  const client = createClient<unknown, unknown>({ lab: entry, ports });
  client.warm();
  // Whether they arrive is the shell's business.
  for (const part of [entry.view(), entry.model()]) part.catch(() => undefined);
  return { lab: entry.id, client };
}

const root = document.getElementById("proofground");
if (root) {
  const shell = import("./host/shell.ts");
  const early = begin();
  shell.then(
    ({ startShell }) => startShell(root, { ...labList, ports, early }),
    (error: unknown) => {
      console.error(error);
      early?.client.dispose();
      root.replaceChildren();
      const sentence = document.getElementById("unreachable");
      if (sentence) sentence.hidden = false;
    },
  );
}
