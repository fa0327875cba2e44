import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/support/no-outside-network.ts"],
    // Real processes and a real Planhat on loopback: slower than a unit, never longer than this.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
