import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/*
 * Electron's archive, read by itself and not with the library that wrote it: four numbers, a JSON header, and
 * the files one after the other.
 */

/** A file of the packaged application. */
export interface PackagedFile {
  /** From the archive's root, with slashes: `dist/desktop/desktop/main.js`. */
  readonly path: string;
  readonly bytes: number;
  /** It lies beside the archive, where the system can load it. */
  readonly unpacked: boolean;
}

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly size?: number;
  readonly offset?: string;
  readonly unpacked?: boolean;
}

interface Archive {
  readonly header: string;
  readonly body: Buffer;
  readonly files: readonly (PackagedFile & { readonly offset: number })[];
}

function* filesIn(entry: Entry, path: string): Generator<Archive["files"][number]> {
  for (const [name, below] of Object.entries(entry.files ?? {})) {
    const here = path === "" ? name : `${path}/${name}`;
    if (below.files) yield* filesIn(below, here);
    else
      yield {
        path: here,
        bytes: below.size ?? 0,
        unpacked: below.unpacked === true,
        offset: Number(below.offset ?? 0),
      };
  }
}

function open(archive: string): Archive {
  const all = readFileSync(archive);
  const headerBytes = all.readUInt32LE(4);
  const header = all.toString("utf8", 16, 16 + all.readUInt32LE(12));
  // Written by the packager just now: the shape is the format's.
  const files = [...filesIn(JSON.parse(header) as Entry, "")];
  return { header, body: all.subarray(8 + headerBytes), files };
}

/** The files of an archive and those beside it, in its order. @param archive `app.asar`, absolute */
export function listPackaged(archive: string): PackagedFile[] {
  return open(archive).files.map(({ path, bytes, unpacked }) => ({ path, bytes, unpacked }));
}

/** The SHA-256, in hexadecimal, that Electron compares with the one inside the program before it loads the archive. */
export function archiveDigest(archive: string): string {
  return createHash("sha256").update(open(archive).header).digest("hex");
}

/**
 * Lays an archive out as a folder, as Electron shows it to the program.
 * @throws when a file that should lie beside the archive does not
 */
export function unpackArchive(archive: string, folder: string): void {
  const { body, files } = open(archive);
  for (const { path, bytes, unpacked, offset } of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    if (!unpacked) writeFileSync(target, body.subarray(offset, offset + bytes));
    else if (existsSync(join(`${archive}.unpacked`, path))) cpSync(join(`${archive}.unpacked`, path), target);
    else throw new Error(`${path} does not lie beside the archive`);
  }
}
