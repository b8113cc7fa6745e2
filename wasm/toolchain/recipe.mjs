// What the unpacked toolchain is made of. Its key names the folder: any change here makes a new one.
import { createHash } from "node:crypto";

/** Debian's suite whose Emscripten, Eigen and clang are new enough. It moves on: TESTED says what it held. */
export const SUITE = "forky";

/** What was unpacked from it and passed every test. Other versions are named, built with, and suspected first. */
export const TESTED = [
  { package: "emscripten", name: "Emscripten", version: "6.0.5" },
  { package: "clang", name: "clang", version: "21.1.8" },
  { package: "libeigen3-dev", name: "Eigen", version: "5.0.1" },
  { package: "cmake", name: "CMake", version: "4.3.4" },
  { package: "googletest", name: "GoogleTest", version: "1.18.0" },
  { package: "librapidcheck-dev", name: "RapidCheck", version: "0~1048-a5724ea" },
  { package: "libsvm-dev", name: "LIBSVM", version: "3.24" },
];

export const PACKAGES = [
  "emscripten", // the WebAssembly compiler
  "libeigen3-dev", // linear algebra
  "cmake",
  "ninja-build",
  "ccache", // a clone compiles only what no other clone has compiled
  "nodejs", // emcc runs JavaScript; ctest runs the WebAssembly tests in it
  "clang", // native builds: the same front end as Emscripten's
  "lld",
  "libclang-rt-dev", // the sanitizers
  "clang-format",
  "clang-tidy",
  "libgtest-dev",
  "googletest", // GoogleTest's sources, to compile it for WebAssembly
  "librapidcheck-dev",
  "rapidjson-dev", // the tests read the golden data with it
  "libsvm-dev", // the benchmark's opponent
];

/**
 * Run inside the root before it is finished. RapidCheck's sources, to compile it for WebAssembly, are in no binary
 * package; only the upstream tarball is fetched, and Python unpacks it, since there is no xz in the root.
 */
export const SCRIPT = `set -e
sed 's/^deb /deb-src /' /etc/apt/sources.list > /etc/apt/sources.list.d/sources.list
apt-get -qq -o Acquire::Check-Valid-Until=false update
cd /tmp
apt-get -qq -o APT::Sandbox::User=root source --download-only --tar-only rapidcheck
mkdir /usr/src/rapidcheck.new
python3 - <<'END'
import glob, tarfile
with tarfile.open(glob.glob('/tmp/rapidcheck_*.orig.tar.*')[0]) as archive:
    archive.extractall('/usr/src/rapidcheck.new', filter='data')
END
test -d /usr/src/rapidcheck.new/include  # it has no folder of its own around it
mv /usr/src/rapidcheck.new /usr/src/rapidcheck
rm -f /tmp/rapidcheck_*`;

/** Left out to save disk; licences stay. */
export const EXCLUDED = [
  "/usr/share/doc/*",
  "/usr/share/man/*",
  "/usr/share/locale/*",
  "/usr/share/icons/*",
  "/usr/share/info/*",
];
export const INCLUDED = ["/usr/share/doc/*/copyright"];

export const KEY = createHash("sha256")
  .update(JSON.stringify([SUITE, PACKAGES, SCRIPT, EXCLUDED, INCLUDED, process.arch, 1]))
  .digest("hex")
  .slice(0, 12);
