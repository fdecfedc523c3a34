import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type SQLite from "better-sqlite3";
import { readLocal } from "../../src/data/localState.ts";
import { openStores } from "../../src/data/national/stores.ts";
import {
  type BenchOffice,
  makeBenchHeadquarters,
  makeBenchOffice,
  type OfficeName,
  temporaryFolder,
} from "./benchOffice.ts";
import { enrol } from "./enrolling.ts";
import { fillYears, type LivedSize } from "./lived/livedOffice.ts";

/** The offices beside Bamako's own. */
const OTHERS: readonly OfficeName[] = [
  { code: "GAO", name: "Gao" },
  { code: "KTL", name: "Koutiala" },
  { code: "KYS", name: "Kayes" },
  { code: "MPT", name: "Mopti" },
  { code: "MRL", name: "Morila" },
  { code: "SEG", name: "Ségou" },
  { code: "SKS", name: "Sikasso" },
];

export interface Nation {
  readonly siege: BenchOffice;
  readonly offices: number;
  /** Of all journals together. */
  readonly entries: number;
}

/** Headquarters with eight offices' years, its own among them, each taken in from a bundle. */
export async function makeNation(size: LivedSize): Promise<Nation> {
  const siege = await makeBenchHeadquarters();
  const stick = temporaryFolder();
  try {
    let entries = fillYears(siege.call(), size);
    for (const [index, about] of OTHERS.entries()) {
      const office = await makeBenchOffice(about);
      try {
        entries += fillYears(office.call(), size, index + 1);
        await enrol(siege, office, about);
        const folder = join(stick, about.code);
        mkdirSync(folder);
        const { file } = await office.ask("sync.export", { folder });
        await siege.ask("headquarters.receive", { files: [file] });
      } finally {
        office.remove();
      }
    }
    return { siege, offices: OTHERS.length + 1, entries };
  } catch (error) {
    siege.remove();
    throw error;
  } finally {
    rmSync(stick, { recursive: true, force: true });
  }
}

/** Headquarters' copies once more, for statements of one's own; the caller closes them. */
export function openCopies(siege: BenchOffice): SQLite.Database {
  const { office, tierSecrets } = siege.call();
  const key = Buffer.from(readLocal(office.reader, "nationalKey") ?? "", "hex");
  return openStores(office.dataDir, key, new Map(tierSecrets.map(({ tier, storeKey }) => [tier, storeKey])))
    .connection;
}
