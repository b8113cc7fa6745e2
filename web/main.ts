// The page: the front door, or the shell, the list of labs, and the clients of the solvers. Small, so that all of it is on its way at
// once: the shell, the parts of the lab that the address asks for, and its solver.
/// <reference path="./build/solver-assets.d.ts" />
import { createClient } from "./host/client.ts";
import { entryAt } from "./host/entry.ts";
import { isRefusal } from "./host/fields.ts";
import { openLocal, openWorker } from "./host/port.ts";
import { parseAddress } from "./host/url.ts";
import { labList } from "./registry.ts";

const ports = [openWorker, openLocal];
/** By then the page has come to rest, and what it keeps for later holds up nothing, ms. */
const AT_REST = 8000;

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

/** The labs; where the page opens on one, its parts are on their way before the shell is there. */
async function openLabs(root: HTMLElement) {
  const shell = import("./host/shell.ts");
  const early = begin();
  try {
    return (await shell).startShell(root, { ...labList, ports, early });
  } catch (error) {
    early?.client.dispose();
    throw error;
  }
}

const root = document.getElementById("proofground");
if (root) {
  let labs: ReturnType<typeof openLabs> | null = null;
  let door: typeof import("./door/page.ts") | null = null;
  let teaches = false;
  /** The single file has the teacher's page inside. It takes all of the page: to and from it the page begins anew. */
  const openTeacher = async () => {
    if (teaches) return;
    if (labs || door) return location.reload();
    teaches = true;
    const base = location.href.replace(/#.*$/, "");
    const { openTeacher } = await import("./teacher/page.ts");
    await openTeacher(root, { labs: labList.labs, base, prefix: "#teach&" });
  };
  /** The bare address is the front door; any other, a lab. */
  const open = async () => {
    try {
      if (__SINGLE_FILE__ && /^#teach(&|$)/.test(location.hash)) return await openTeacher();
      if (__SINGLE_FILE__ && teaches) return location.reload();
      if (location.hash === "") {
        door ??= await import("./door/page.ts");
        door.openDoor(root, { ...labList, ports });
      } else {
        labs ??= openLabs(root);
        await labs;
      }
    } catch (error) {
      console.error(error);
      root.replaceChildren();
      const sentence = document.getElementById("unreachable");
      if (sentence) sentence.hidden = false;
      door?.closeDoor();
      return;
    }
    // The address may have changed on the way.
    root.hidden = location.hash === "";
    if (!root.hidden) door?.closeDoor();
  };
  const start = () => {
    addEventListener("hashchange", () => {
      // A link in this page that asks for another language than it is in.
      const lang = /[#&]lang=(en|zh-TW)(?!\w)/.exec(location.hash)?.[1] ?? document.documentElement.lang;
      if (lang === document.documentElement.lang) void open();
      else location.reload();
    });
    void open();
  };
  // In a frame of another page everything waits until the frame is near the screen.
  if (parent === window) {
    start();
    const address = async () => (location.hash === "" || labs === null ? location.href : (await labs).address());
    const offline = () => import("./offline/register.ts").then(({ register }) => register(address));
    setTimeout(() => offline().catch(() => undefined), AT_REST);
  } else {
    // What it says of a slow start does not count the waiting.
    root.hidden = true;
    import("./host/frame/sight.ts").then(({ near }) => near()).then(start, start);
  }
}
