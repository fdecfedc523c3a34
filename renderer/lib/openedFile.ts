/** A file of this machine, as the place where it lies and its name there. */
export interface OpenedFile {
  readonly path: string;
  readonly folder: string;
  readonly name: string;
}

/**
 * Takes a path apart, Windows' or another's.
 * @param path absolute: `E:\KTL-000017.danaya`, `/media/cle/KTL-000017.danaya`
 * @returns null for what names no folder
 */
export function openedFile(path: string): OpenedFile | null {
  const end = Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\"));
  const name = path.slice(end + 1);
  if (end < 0 || name === "") return null;
  const before = path.slice(0, end);
  // `E:` alone means the folder where one last was on E:, and nothing means the root.
  const isTop = before === "" || /^[A-Za-z]:$/.test(before);
  return { path, folder: isTop ? path.slice(0, end + 1) : before, name };
}
