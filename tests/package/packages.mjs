// The zip files: the same bytes twice, elsewhere on the earth, too; read by a reader that is none of ours; and the manifest of the one for
// learning platforms read by a browser.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "../../wasm/toolchain/toolchain.mjs";
import { listed, sha256 } from "../../web/build/files.mjs";
import { writePackages } from "../../web/build/package/package.mjs";
import { unzip } from "./unzip.mjs";

const ROOT = join(PROJECT, "build/packages");

/** What a browser reads in a manifest of SCORM 1.2. Runs in the page. @param {string} text */
function inBrowser(text) {
  const xml = new DOMParser().parseFromString(text, "application/xml");
  const attributes = (/** @type {string} */ tag, /** @type {string} */ name) =>
    [...xml.querySelectorAll(tag)].map((element) => element.getAttribute(name) ?? "");
  return {
    error: xml.querySelector("parsererror")?.textContent ?? "",
    space: xml.documentElement.namespaceURI,
    schema: [...xml.querySelectorAll("metadata > *")].map((element) => element.textContent).join(" "),
    organisation: [...attributes("organizations", "default"), ...attributes("organization", "identifier")],
    items: [...xml.querySelectorAll("item")].map((item) => [
      item.getAttribute("identifierref"),
      item.getAttribute("parameters"),
      item.querySelector("title")?.textContent,
    ]),
    resources: [...xml.querySelectorAll("resource")].map((resource) => [
      resource.getAttribute("identifier"),
      resource.getAttribute("href"),
      resource.getAttributeNS("http://www.adlnet.org/xsd/adlcp_rootv1p2", "scormtype"),
    ]),
    files: attributes("resource > file", "href").map(decodeURIComponent),
    identifiers: [...xml.querySelectorAll("[identifier]")].map((element) => element.getAttribute("identifier")),
  };
}

/** @param {unknown} got @param {unknown} wanted */
const same = (got, wanted) =>
  JSON.stringify(got) === JSON.stringify(wanted) ? "" : `${JSON.stringify(got)} instead of ${JSON.stringify(wanted)}`;

/** @param {string} file @param {readonly { path: string, size: number, sha256: string }[]} wanted @returns {Promise<string>} what is wrong */
async function contents(file, wanted) {
  try {
    return same(listed(await unzip(file)), wanted).slice(0, 1000);
  } catch (error) {
    return String(error);
  }
}

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {(name: string, problem: string) => void} check
 */
export async function packagesTests(browser, check) {
  const [one, other] = [join(ROOT, "one"), join(ROOT, "other")];
  const { version, packages } = await writePackages(one);
  const again = `import("./web/build/package/package.mjs").then(({ writePackages }) => writePackages(${JSON.stringify(other)}))`;
  const environment = { ...process.env, TZ: "Pacific/Auckland", LANG: "tr_TR.UTF-8" };
  const { status, stderr } = spawnSync(process.execPath, ["-e", again], {
    cwd: PROJECT,
    env: environment,
    encoding: "utf8",
  });
  check("they are made a second time, in another time zone", status === 0 ? "" : stderr);
  const names = packages.map(({ name }) => name);
  check(
    "there is one for hosts and one for learning platforms",
    same(names, [`proofground-site-${version}.zip`, `proofground-scorm12-${version}.zip`]),
  );
  check(
    "beside them is their manifest, and nothing else",
    same(readdirSync(one).sort(), [...names, "manifest.json"].sort()),
  );
  for (const name of readdirSync(one)) {
    const equal = status === 0 && readFileSync(join(one, name)).equals(readFileSync(join(other, name)));
    check(`${name}: the same bytes both times`, equal ? "" : "they differ");
  }
  check(
    "manifest.json says what was made",
    same(JSON.parse(readFileSync(join(one, "manifest.json"), "utf8")), { version, packages }),
  );
  for (const { name, size, sha256: hash, files } of packages) {
    const data = readFileSync(join(one, name));
    check(`${name}: size and hash are the manifest's`, same([data.byteLength, sha256(data)], [size, hash]));
    check(`${name}: another reader finds the manifest's files`, await contents(join(one, name), files));
  }
  const [site, scorm] = packages;
  const pathsOf = (/** @type {typeof site} */ made) => made?.files.map(({ path }) => path) ?? [];
  const missing = ["index.html", "proofground.html"].filter((path) => !pathsOf(site).includes(path));
  check("the site is in the one for hosts", same(missing, []));
  const page = await browser.newPage();
  try {
    const text = (await unzip(join(one, scorm?.name ?? ""))).get("imsmanifest.xml")?.toString("utf8") ?? "";
    const { error, items, files, identifiers, ...found } = await page.evaluate(inBrowser, text);
    check("imsmanifest.xml is XML", error);
    check(
      "it is a manifest of SCORM 1.2 with one launch page",
      same(found, {
        space: "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
        schema: "ADL SCORM 1.2",
        organisation: ["labs", "labs"],
        resources: [["launch", "launch.html", "sco"]],
      }),
    );
    const registry = readFileSync(join(PROJECT, "web/registry.ts"), "utf8");
    const labs = [...registry.matchAll(/^\s*id: "(\w+)"/gm)].map(([, id]) => `?lab=${id}`);
    check(
      "it lists every lab",
      same(
        items.map(([, parameters]) => parameters),
        labs,
      ),
    );
    check(
      "each item has a title and the launch page",
      same(
        items.filter(([to, , title]) => to !== "launch" || !title),
        [],
      ),
    );
    check("no identifier occurs twice", same(identifiers.length, new Set(identifiers).size));
    check("it names every file of the package", same([...files, "imsmanifest.xml"].sort(), pathsOf(scorm).sort()));
  } finally {
    await page.close();
  }
}
