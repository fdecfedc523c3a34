import type { RefusalCode } from "../../contract/refusals.ts";
import { type Result, refuse } from "../../contract/results.ts";
import { refusalOfSqlite } from "../../data/database.ts";

const BY_SYSTEM_CODE: Readonly<Record<string, RefusalCode>> = {
  ENOSPC: "disk.full",
  EDQUOT: "disk.full",
  EFBIG: "disk.full",
  EACCES: "disk.notWritable",
  EPERM: "disk.notWritable",
  EROFS: "disk.notWritable",
  ENOTDIR: "disk.notFound",
  ENOENT: "disk.notFound",
  EIO: "disk.removed",
  ENODEV: "disk.removed",
  ENXIO: "disk.removed",
  ESTALE: "disk.removed",
};

function systemCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** The refusal behind a full, read-only or vanished disk; null for a defect of ours. */
export function refusalOfDisk(error: unknown): RefusalCode | null {
  return BY_SYSTEM_CODE[systemCode(error)] ?? refusalOfSqlite(error);
}

/** Runs work on a disk that may be full or pulled out, and answers with the refusal instead of the system's error. */
export async function onDisk<T>(field: string | null, work: () => T | Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    const code = refusalOfDisk(error);
    if (code === null) throw error;
    return refuse(code, field === null ? {} : { field });
  }
}
