import type { FileOutput } from "../../src/contract/primitives.ts";

/** A blob of the file's bytes; the copy gives it a buffer of its own. */
export function blobOf(file: FileOutput): Blob {
  return new Blob([new Uint8Array(file.bytes)], { type: file.mediaType });
}

/** Hands the file to the browser or the desktop window, which asks where it goes. */
export function saveFile(file: FileOutput): void {
  const url = URL.createObjectURL(blobOf(file));
  const link = document.createElement("a");
  link.href = url;
  link.download = file.fileName;
  link.click();
  // The download has its own hold on the blob after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
