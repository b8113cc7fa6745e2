// The engine that a user agent names, in a few words: "Firefox 140, Linux". Browsers name each other's engines; the order of the
// list tells them apart.
const ENGINES: readonly (readonly [name: string, sign: RegExp])[] = [
  ["Firefox", /\bFirefox\/(\d+)/],
  ["Edge", /\bEdg\/(\d+)/],
  ["Chromium", /(?:\b|Headless)Chrome\/(\d+)/],
  ["WebKit", /\bVersion\/([\d.]+)(?=.*\bSafari\/)/],
];
const SYSTEMS: readonly (readonly [name: string, sign: RegExp])[] = [
  ["Android", /\bAndroid\b/],
  ["iOS", /\b(iPhone|iPad)\b/],
  ["macOS", /\bMac OS X\b/],
  ["Windows", /\bWindows\b/],
  ["Linux", /\bLinux\b/],
];

/** @returns the user agent itself, cut, where it names none of these */
export function engineName(userAgent: string): string {
  for (const [name, sign] of ENGINES) {
    const found = sign.exec(userAgent);
    if (!found) continue;
    const system = SYSTEMS.find(([, of]) => of.test(userAgent))?.[0];
    return [`${name} ${found[1]}`, ...(system === undefined ? [] : [system])].join(", ");
  }
  return userAgent.slice(0, 80);
}
