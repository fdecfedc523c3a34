import { runPackage } from "./runProgram.ts";

interface Check {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
}

const compile = (project: string): Check => ({
  name: `tsc -p ${project}`,
  program: "typescript/bin/tsc",
  args: ["-p", project],
});

/** Each is one yes or no about the sources; none runs the product. */
const CHECKS: readonly Check[] = [
  {
    name: "biome ci",
    program: "@biomejs/biome/bin/biome",
    args: ["ci", "--error-on-warnings", "--colors=off"],
  },
  compile("tsconfig.json"),
  compile("tsconfig.pure.json"),
  compile("tsconfig.renderer.json"),
  compile("tsconfig.preload.json"),
];

/** Runs the linter and the compilers one after the other; resolves with the names of those that failed. */
export async function runChecks(): Promise<string[]> {
  const failed: string[] = [];
  for (const { name, program, args } of CHECKS) {
    process.stdout.write(`• ${name}\n`);
    if ((await runPackage(program, args)) !== 0) failed.push(name);
  }
  return failed;
}
