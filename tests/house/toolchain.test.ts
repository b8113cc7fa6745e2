// The toolchain's versions: which were tested, and what is said of others.
import { expect, test } from "vitest";
import { PACKAGES, TESTED } from "../../wasm/toolchain/recipe.mjs";
import { untested, upstream, versionsOf } from "../../wasm/toolchain/versions.mjs";

/** Debian's own versions of what was unpacked and tested. */
const STATUS = `Package: emscripten
Status: install ok installed
Version: 6.0.5+dfsg+~1.41.5-2

Package: clang
Version: 1:21.1.8-74

Package: libeigen3-dev
Version: 5.0.1-3

Package: librapidcheck-dev
Version: 0~1048-a5724ea-1.1+b1

Package: libsvm-dev
Version: 3.24+ds-6.1+b2

Package: zlib1g
Version: 1:1.3-1
`;

test("what was tested is what the recipe unpacks", () => {
  expect(TESTED.map((one) => one.package).filter((name) => !PACKAGES.includes(name))).toEqual([]);
  for (const { name, version } of TESTED) expect(`${name} ${version}`).toMatch(/^[A-Z]?[\w ]+ \d/i);
});

test.each([
  ["1:21.1.8-74", "21.1.8"],
  ["6.0.5+dfsg+~1.41.5-2", "6.0.5"],
  ["0~1048-a5724ea-1.1+b1", "0~1048-a5724ea"],
  ["4.3.4-1", "4.3.4"],
])("the package's version %s is %s", (version, expected) => expect(upstream(version)).toBe(expected));

test("the tested versions are not mentioned", () => {
  const found = versionsOf(STATUS);
  expect([...found.keys()].sort()).toEqual(["Eigen", "Emscripten", "LIBSVM", "RapidCheck", "clang"]);
  expect(untested(found)).toBe("");
});

test("other versions are named in one line", () => {
  const later = STATUS.replace("6.0.5+dfsg", "6.0.7+dfsg").replace("5.0.1-3", "5.1.0-1");
  expect(untested(versionsOf(later))).toBe(
    "Emscripten 6.0.7 where 6.0.5 was tested, Eigen 5.1.0 where 5.0.1 was tested",
  );
});
