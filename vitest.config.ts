import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    // One process a file: the SQLite add-on and worker threads behave as in the real hosts.
    pool: "forks",
    // A passphrase costs 64 MiB and a second of a slow core; nothing here measures speed.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
