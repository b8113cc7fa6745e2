// Which versions were tested, and which are there: Debian's suite moves on, and a user's own tools are of any version.
import { TESTED } from "./recipe.mjs";

/**
 * The version of what a Debian package holds: "1:21.1.8-74" is 21.1.8, "6.0.5+dfsg-2" is 6.0.5.
 * @param {string} version of the package
 */
export const upstream = (version) =>
  version
    .replace(/^\d+:/, "")
    .replace(/-[^-]*$/, "")
    .replace(/\+.*$/, "");

/**
 * @param {string} status text of /var/lib/dpkg/status
 * @returns {ReadonlyMap<string, string>} version by the names that the recipe gives
 */
export function versionsOf(status) {
  const found = new Map();
  for (const paragraph of status.split("\n\n")) {
    const name = /^Package: (.*)$/m.exec(paragraph)?.[1];
    const version = /^Version: (.*)$/m.exec(paragraph)?.[1];
    const tested = TESTED.find((one) => one.package === name);
    if (tested !== undefined && version !== undefined) found.set(tested.name, upstream(version));
  }
  return found;
}

/**
 * @param {ReadonlyMap<string, string>} found version by name; what is not in it is not looked at
 * @returns {string} "Emscripten 6.0.7 where 6.0.5 was tested, ..."; "" where all are the tested ones
 */
export const untested = (found) =>
  TESTED.flatMap(({ name, version }) => {
    const present = found.get(name);
    return present === undefined || present === version ? [] : [`${name} ${present} where ${version} was tested`];
  }).join(", ");
