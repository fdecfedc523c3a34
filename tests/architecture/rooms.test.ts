import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../../scripts/root.ts";
import { findCycle, importsOf, packageOf, readModule, readModules, roomOf, violations } from "./modules.ts";
import { ROOMS } from "./rooms.ts";

interface Manifest {
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
}

const modules = readModules();

describe("the rooms", () => {
  test("each import what the table allows, and nothing else", () => {
    expect(violations(modules)).toEqual([]);
  });

  test("stand on packages that package.json names; what the packaged application runs, on its dependencies", () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as Manifest;
    const built = new Set(Object.keys(manifest.dependencies));
    const named = new Set([...built, ...Object.keys(manifest.devDependencies)]);
    const missing = modules.flatMap(({ path, imports }) => {
      // Screen and charts are bundled; Electron is the program that the packaged application runs in.
      const isBundled = !path.startsWith("src/") || path.startsWith("src/charts/");
      const allowed = isBundled ? named : built;
      return imports
        .filter(
          (specifier) => !specifier.startsWith(".") && !isBuiltin(specifier) && specifier !== "electron",
        )
        .filter((specifier) => !allowed.has(packageOf(specifier)))
        .map((specifier) => `${path} imports ${specifier}`);
    });
    expect(missing).toEqual([]);
  });

  test("have no cycle among their modules", () => {
    expect(findCycle(modules)).toBeNull();
  });

  test.each(Object.entries(ROOMS))("the scan saw the modules of %s", (name, room) => {
    const seen = modules.filter(({ path }) => roomOf(path) === name);
    expect(seen.length).toBeGreaterThanOrEqual(room.atLeast);
    // All but the purest of them stand on something: a parser that sees no import would pass every rule.
    expect(seen.some(({ imports }) => imports.length > 0)).toBe(true);
  });
});

describe("the scan", () => {
  test("sees every way of importing", () => {
    const text = `
      import one from "./one.ts";
      import type { Two } from "./two.ts";
      import "./three.css";
      export * from "./four.ts";
      export type { Five } from "./five.ts";
      const six = await import("./six.ts");
      type Seven = import("./seven.ts").Seven;
      // import eight from "./eight.ts";
      const nine = 'import nine from "./nine.ts"';
    `;
    expect(importsOf("src/domain/planted.ts", text)).toEqual([
      "./one.ts",
      "./two.ts",
      "./three.css",
      "./four.ts",
      "./five.ts",
      "./six.ts",
      "./seven.ts",
    ]);
  });

  test.each([
    ["src/domain/planted.ts", "node:fs"],
    ["src/domain/planted.ts", "../data/database.ts"],
    ["src/contract/planted.ts", "ws"],
    ["src/data/planted.ts", "node:crypto"],
    ["src/charts/planted.ts", "node:fs"],
    ["src/documents/planted.ts", "../charts/drawChart.ts"],
    ["src/services/planted.ts", "electron"],
    ["src/services/planted.ts", "node:http"],
    ["src/loopback/planted.ts", "electron"],
    ["src/loopback/planted.ts", "../services/call.ts"],
    ["src/cli/planted.ts", "../loopback/startLoopback.ts"],
    ["renderer/ui/Planted.tsx", "../features/access/SignIn.tsx"],
    ["renderer/features/access/Planted.tsx", "../membership/routes.tsx"],
    ["renderer/features/access/Planted.tsx", "../../../src/services/call.ts"],
    ["src/planted.ts", "zod"],
  ])("catches %s importing %s", (path, specifier) => {
    expect(violations([readModule(path, `import "${specifier}";\n`)])).toHaveLength(1);
  });

  test("catches a cycle over three modules", () => {
    const planted = [
      readModule("src/domain/a.ts", 'import "./b.ts";\n'),
      readModule("src/domain/b.ts", 'import type { C } from "./inner/c.ts";\n'),
      readModule("src/domain/inner/c.ts", 'export * from "../a.ts";\n'),
    ];
    expect(findCycle(planted)).toEqual([
      "src/domain/a.ts",
      "src/domain/b.ts",
      "src/domain/inner/c.ts",
      "src/domain/a.ts",
    ]);
  });
});
