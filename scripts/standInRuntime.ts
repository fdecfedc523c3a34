import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { NtExecutable, NtExecutableResource, Resource } from "resedit";

/** Where Electron's fuses lie in its program: these letters, a version, how many, and one character each. */
export const FUSE_SENTINEL = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
const FUSES_AS_SHIPPED = "10000001";
const ENGLISH = { lang: 1033, codepage: 1200 };

function fuseWire(): Buffer {
  const form = Buffer.from([1, FUSES_AS_SHIPPED.length]);
  return Buffer.concat([Buffer.from(FUSE_SENTINEL), form, Buffer.from(FUSES_AS_SHIPPED)]);
}

/** A Windows program that does nothing and holds what the packager writes into: resources and fuses. */
function windowsProgram(): Buffer {
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program);
  const about = Resource.VersionInfo.createEmpty();
  about.lang = ENGLISH.lang;
  about.setStringValues(ENGLISH, { ProductName: "Electron" });
  about.outputToResourceEntries(resources.entries);
  resources.outputResource(program);
  return Buffer.concat([Buffer.from(program.generate()), fuseWire()]);
}

/**
 * Writes what stands in for Electron's runtime while the packaging is checked: everything is done as in
 * earnest, from the list of files to the digest and the fuses inside the program, without a download.
 * @param folder empty; the packager takes it as its `electronDist`
 */
export function writeStandInRuntime(folder: string, platform: "win32" | "linux"): void {
  mkdirSync(join(folder, "locales"), { recursive: true });
  for (const language of ["de", "en-US", "fr"]) writeFileSync(join(folder, "locales", `${language}.pak`), "");
  if (platform === "win32") writeFileSync(join(folder, "electron.exe"), windowsProgram());
  else writeFileSync(join(folder, "electron"), fuseWire(), { mode: 0o755 });
}
