// A learning platform of one page. Its address says how it is: ?in=frame or ?in=window (where the package opens), &lab=, &task=, &mode=,
// &lacks=.
// What it keeps is in the browser's storage, so that a visit can end at any moment.
import { fakeLms } from "./fake-lms.mjs";

const KEY = "learning platform";
const wanted = new URLSearchParams(location.search);
/** @type {Record<string, string>} */
const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}");
const store = () => localStorage.setItem(KEY, JSON.stringify(kept));
const saved = new Proxy(kept, {
  set(target, name, value) {
    target[String(name)] = value;
    store();
    return true;
  },
  deleteProperty(target, name) {
    delete target[String(name)];
    store();
    return true;
  },
});
const lms = fakeLms(saved, {
  mode: wanted.get("mode") ?? "normal",
  lacks: wanted.get("lacks")?.split(",") ?? [],
});
Object.assign(window, { API: lms.API, lms: { ...lms, saved: kept } });

const task = wanted.get("task");
const address = `./package/launch.html?lab=${wanted.get("lab") ?? "svr"}${task === null ? "" : `&task=${task}`}`;
if (wanted.get("in") === "window") window.open(address, "package", "width=1200,height=800");
else {
  const frame = document.createElement("iframe");
  frame.src = address;
  Object.assign(frame.style, { width: "100vw", height: "100vh", border: "0", display: "block" });
  document.body.append(frame);
}
