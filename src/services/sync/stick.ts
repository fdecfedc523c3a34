import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { accept, type Result, refuse } from "../../contract/results.ts";
import type { BundleKind, StickContent, StickFile } from "../../contract/sync.ts";
import type { Call } from "../call.ts";
import { refusalOfDisk } from "../office/diskRefusals.ts";
import { peekBundle } from "./bundleFile.ts";
import { readHeadquarters } from "./keys.ts";
import type { Manifest } from "./manifest.ts";

/** A stick is a person's own: beyond so many files of ours, something else is meant by them. */
const MOST_FILES = 1_000;

const TAKEN_BY_ANTENNA: readonly BundleKind[] = ["invitation", "receipt", "snapshot"];
const TAKEN_BY_HEADQUARTERS: readonly BundleKind[] = ["journal", "snapshot", "enrolment"];

/** Whether this office would take the bundle in; its signature and chain are checked when it does. */
function takenHere(call: Call): (manifest: Manifest) => boolean {
  const { code, reader } = call.office;
  const headquarters = readHeadquarters(reader)?.code;
  const kinds = call.identity.headquarters ? TAKEN_BY_HEADQUARTERS : TAKEN_BY_ANTENNA;
  return ({ kind, from, to }) => {
    if (to.office !== code || from.office === code || !kinds.includes(kind)) return false;
    return call.identity.headquarters || headquarters === undefined || from.office === headquarters;
  };
}

function describe(path: string, name: string, manifest: Manifest, forUs: boolean): StickFile {
  const { kind, from, to, number, range, createdAt } = manifest;
  return {
    path,
    name,
    bytes: statSync(path).size,
    kind,
    from: from.office,
    to: to.office,
    number,
    span: range,
    createdAt,
    forUs,
  };
}

function inOrder(a: StickFile, b: StickFile): number {
  return (
    Number(b.forUs) - Number(a.forUs) ||
    a.from.localeCompare(b.from) ||
    a.to.localeCompare(b.to) ||
    a.number - b.number ||
    a.name.localeCompare(b.name)
  );
}

/** The names that a bundle may stand behind, in order. */
function bundleNames(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.toLowerCase().endsWith(".danaya"))
    .map((entry) => entry.name)
    .sort()
    .slice(0, MOST_FILES);
}

function lookAt(call: Call, folder: string): Result<StickContent> {
  const isOurs = takenHere(call);
  const found: StickContent = { files: [], unreadable: [] };
  for (const name of bundleNames(folder)) {
    const path = join(folder, name);
    const peeked = peekBundle(path);
    if (peeked.ok) found.files.push(describe(path, name, peeked.value, isOurs(peeked.value)));
    // A stick that goes while it is read is not an empty stick.
    else if (peeked.refusal.code === "disk.removed") return refuse("disk.removed", { field: "folder" });
    else found.unreadable.push({ name, code: peeked.refusal.code });
  }
  return accept({ ...found, files: found.files.toSorted(inOrder) });
}

/**
 * The bundles that lie in a folder, those for this office first, and the files under a bundle's name that cannot be
 * read as one: a damaged stick must not look like an empty one. Reads their manifests alone and changes nothing; links
 * are not followed, other files and what lies in folders below are left alone.
 */
export function lookAtStick(call: Call, { folder }: { folder: string }): Result<StickContent> {
  try {
    return lookAt(call, resolve(folder));
  } catch (error) {
    const code = refusalOfDisk(error);
    if (code === null) throw error;
    return refuse(code, { field: "folder" });
  }
}
