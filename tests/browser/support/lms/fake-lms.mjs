// A learning platform's half of SCORM 1.2, as strict as the standard is: order, elements, types and lengths are checked, every answer is
// a text, and only what was committed is there at the next visit. It runs in a page and in Node.

/** @typedef {Record<string, string>} Saved what is kept between visits, by element */
/** @typedef {{ call: string, code: string }} Refused */

const STATUS = /^(passed|completed|failed|incomplete|browsed)$/;
const decimal = (/** @type {string} */ value) =>
  value === "" || (/^\d{1,3}(\.\d+)?$/.test(value) && Number(value) <= 100);
/** What may be set, and to what. @type {Readonly<Record<string, (value: string) => boolean>>} */
const SETTABLE = {
  "cmi.core.lesson_status": (value) => STATUS.test(value),
  "cmi.core.score.raw": decimal,
  "cmi.core.score.min": decimal,
  "cmi.core.score.max": decimal,
  "cmi.core.exit": (value) => /^(time-out|suspend|logout|)$/.test(value),
  "cmi.core.session_time": (value) => /^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/.test(value),
  "cmi.suspend_data": (value) => value.length <= 4096,
};
const WRITE_ONLY = new Set(["cmi.core.exit", "cmi.core.session_time"]);
/** @type {Readonly<Record<string, string>>} */
const ERRORS = {
  0: "No error",
  101: "General exception",
  201: "Invalid argument error",
  301: "Not initialized",
  401: "Not implemented error",
  403: "Element is read only",
  404: "Element is write only",
  405: "Incorrect Data Type",
};

/**
 * @param {Saved} saved what earlier visits left; changed by commits
 * @param {{ lacks?: readonly string[], mode?: string }} [options] elements that this platform lacks; cmi.core.lesson_mode
 */
export function fakeLms(saved, { lacks = [], mode = "normal" } = {}) {
  /** @type {"before" | "running" | "after"} */
  let phase = "before";
  let error = "0";
  /** @type {Saved} */
  let now = {};
  /** @type {string[]} */
  const calls = [];
  /** @type {Refused[]} */
  const refused = [];
  const initial = () => ({
    "cmi.core.lesson_status": "not attempted",
    "cmi.core.score.raw": "",
    "cmi.suspend_data": "",
    ...saved,
    "cmi.core.lesson_mode": mode,
    "cmi.core.entry": saved["cmi.core.exit"] === "suspend" ? "resume" : "ab-initio",
  });
  const answer = (/** @type {string} */ call, /** @type {string} */ code, value = "true", failed = "false") => {
    calls.push(call);
    error = code;
    if (code !== "0") refused.push({ call, code });
    return code === "0" ? value : failed;
  };
  const keep = () => {
    for (const name of Object.keys(SETTABLE)) if (now[name] !== undefined) saved[name] = now[name];
  };
  const API = {
    LMSInitialize(/** @type {unknown} */ nothing) {
      if (nothing !== "") return answer("LMSInitialize", "201");
      if (phase !== "before") return answer("LMSInitialize", "101");
      phase = "running";
      now = initial();
      return answer("LMSInitialize", "0");
    },
    LMSGetValue(/** @type {unknown} */ element) {
      const call = `LMSGetValue ${element}`;
      if (phase !== "running") return answer(call, "301", "", "");
      if (typeof element !== "string") return answer(call, "201", "", "");
      if (WRITE_ONLY.has(element)) return answer(call, "404", "", "");
      if (lacks.includes(element) || !(element in initial() || element in SETTABLE)) return answer(call, "401", "", "");
      return answer(call, "0", now[element] ?? "");
    },
    LMSSetValue(/** @type {unknown} */ element, /** @type {unknown} */ value) {
      const call = `LMSSetValue ${element} ${value}`;
      if (phase !== "running") return answer(call, "301");
      if (typeof element !== "string" || typeof value !== "string") return answer(call, "201");
      if (lacks.includes(element)) return answer(call, "401");
      const allows = SETTABLE[element];
      if (allows === undefined) return answer(call, element in initial() ? "403" : "401");
      if (!allows(value)) return answer(call, "405");
      now[element] = value;
      return answer(call, "0");
    },
    LMSCommit(/** @type {unknown} */ nothing) {
      if (phase !== "running") return answer("LMSCommit", "301");
      if (nothing !== "") return answer("LMSCommit", "201");
      keep();
      return answer("LMSCommit", "0");
    },
    LMSFinish(/** @type {unknown} */ nothing) {
      if (phase !== "running") return answer("LMSFinish", "301");
      if (nothing !== "") return answer("LMSFinish", "201");
      phase = "after";
      keep();
      // Without "suspend" the next visit begins anew.
      if (now["cmi.core.exit"] !== "suspend") delete saved["cmi.suspend_data"];
      return answer("LMSFinish", "0");
    },
    LMSGetLastError: () => error,
    LMSGetErrorString: (/** @type {string} */ code) => ERRORS[code] ?? "",
    LMSGetDiagnostic: (/** @type {string} */ code) => ERRORS[code] ?? "",
  };
  return { API, calls, refused, saved };
}
