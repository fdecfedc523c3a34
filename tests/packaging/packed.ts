import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeBuildDate } from "../../scripts/buildDate.ts";
import { buildDesktop } from "../../scripts/buildDesktop.ts";
import { buildScreen } from "../../scripts/buildScreen.ts";
import { type Packed, packAroundStandIn } from "../../scripts/packApplication.ts";
import type { PackagedPlatform } from "../../scripts/packageContents.ts";

/** What the packaging takes: the built screen, the built desktop, the day of the build. */
export async function buildAll(): Promise<void> {
  await buildScreen();
  await buildDesktop();
  writeBuildDate();
}

/** A package that was made for a test, and the folder that holds all of it. */
export interface PackedForTest extends Packed {
  readonly scratch: string;
  sweep(): void;
}

/** Packs the built application around a stand-in of Electron's runtime. */
export async function packForTest(platform: PackagedPlatform): Promise<PackedForTest> {
  await buildAll();
  const scratch = mkdtempSync(join(tmpdir(), "danaya-package-"));
  const sweep = (): void => rmSync(scratch, { recursive: true, force: true });
  try {
    return { ...(await packAroundStandIn(platform, scratch)), scratch, sweep };
  } catch (error) {
    sweep();
    throw error;
  }
}
