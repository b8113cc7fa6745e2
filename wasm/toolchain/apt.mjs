// Installing Debian packages on the machine itself: only the few that unpack and enter the toolchain, or run the tests.
import { spawnSync } from "node:child_process";
import { onPath, SetupError, say, seconds } from "./say.mjs";

/**
 * Install what is missing; nothing when every command is there.
 * @param {Readonly<Record<string, string>>} packages Debian package by the command that it brings
 * @param {string} why what they are for, as the end of a sentence
 * @throws {SetupError} not a Debian machine, no right to install, or the installation failed
 */
export function aptInstall(packages, why) {
  const missing = [...new Set(Object.keys(packages).filter((command) => !onPath(command)))];
  if (missing.length === 0) return;
  const names = [...new Set(missing.map((command) => packages[command]))].join(" ");
  if (!onPath("apt-get"))
    throw new SetupError(
      `${missing.join(", ")} missing (${why})`,
      `install ${missing.join(", ")} with your system's package manager, and run this again`,
    );
  const root = process.getuid?.() === 0;
  const byHand = `${root ? "" : "sudo "}apt-get update && ${root ? "" : "sudo "}apt-get install --no-install-recommends ${names}`;
  if (!root && spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status !== 0) {
    throw new SetupError(`${names} must be installed (${why}), which needs the administrator's password`, byHand);
  }
  const start = Date.now();
  say(`installing ${names} with apt-get: ${why}`);
  /** @param {...string} args */
  const apt = (...args) => {
    const command = [
      ...(root ? [] : ["sudo", "-n"]),
      "env",
      "DEBIAN_FRONTEND=noninteractive",
      "apt-get",
      "-qq",
      ...args,
    ];
    return spawnSync(/** @type {string} */ (command[0]), command.slice(1), {
      stdio: ["ignore", "ignore", "pipe"],
      encoding: "utf8",
    });
  };
  const install = ["install", "-y", "--no-install-recommends", ...names.split(" ")];
  let result = apt(...install);
  if (result.status !== 0) {
    // A fresh machine has no package index, an old one a stale index.
    apt("update");
    result = apt(...install);
  }
  if (result.status !== 0)
    throw new SetupError(`apt-get could not install ${names}: ${result.stderr.trim().split("\n").at(-1)}`, byHand);
  say(`installed ${names} in ${seconds(start)}`);
}
