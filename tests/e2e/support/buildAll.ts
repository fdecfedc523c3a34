import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "../../../scripts/root.ts";

/** Once before all end-to-end tests: what is served is what stands in the sources. */
export default function buildAll(): void {
  execFileSync(process.execPath, [join(ROOT, "scripts", "build.ts")], { cwd: ROOT, stdio: "inherit" });
}
