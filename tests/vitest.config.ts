// Tests that run in Node: the page's logic (web), the built library (wasm), the rules of the house (house).
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { browserGlue, solverAssets } from "../web/build/solver-assets.ts";
import { theory } from "../web/build/theory.ts";

const ROOT = resolve(import.meta.dirname, "..");
// What is tested has the same builds of packages in it as what is shipped.
process.env.NODE_ENV = "production";
const project = (name: string) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.ts`] },
});

export default defineConfig({
  root: ROOT,
  cacheDir: resolve(ROOT, "build/vitest"),
  plugins: [solverAssets(), browserGlue(), theory(false)],
  test: {
    environment: "node",
    setupFiles: [resolve(import.meta.dirname, "seed.ts")],
    retry: 0,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    passWithNoTests: false,
    allowOnly: false,
    projects: ["web", "wasm", "house"].map(project),
  },
});
