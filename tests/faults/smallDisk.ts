import { spawnSync } from "node:child_process";

/*
 * A small disk of memory, mounted in a namespace of its own that ends with the program in it: as root, or as an
 * ordinary user where the kernel lets users have namespaces. Nothing of the machine's own mounts is touched.
 */

const MOUNT_AND_RUN = `mount -t tmpfs -o size="$1" tmpfs "$2" && shift 2 && exec "$@"`;

function inNamespace(sizeKib: number, at: string, command: readonly string[]): string[] {
  const flags = process.getuid?.() === 0 ? ["-m"] : ["-r", "-m"];
  return ["unshare", ...flags, "sh", "-c", MOUNT_AND_RUN, "sh", `${sizeKib}k`, at, ...command];
}

/** Whether this machine lets us mount one. */
export function canMount(at: string): boolean {
  if (process.platform !== "linux") return false;
  const [program = "", ...args] = inNamespace(64, at, ["true"]);
  return spawnSync(program, args).status === 0;
}

/** The command, with a disk of `sizeKib` mounted on the folder `at` that only it sees. */
export function onSmallDisk(sizeKib: number, at: string, command: readonly string[]): string[] {
  return inNamespace(sizeKib, at, command);
}

/** The command, with no file allowed to grow beyond `sizeKib`: works for every user, without mounting anything. */
export function withFileLimit(sizeKib: number, command: readonly string[]): string[] {
  return ["sh", "-c", `ulimit -f ${sizeKib * 2} && exec "$@"`, "sh", ...command];
}
