import { describe, expect, test } from "vitest";
import { openedFile } from "../../renderer/lib/openedFile.ts";

describe("a file that was opened by a double click", () => {
  test.each([
    ["E:\\KTL-000017.danaya", "E:\\", "KTL-000017.danaya"],
    ["E:\\Envois\\KTL-000017.danaya", "E:\\Envois", "KTL-000017.danaya"],
    ["\\\\serveur\\envois\\a.danaya", "\\\\serveur\\envois", "a.danaya"],
    ["/media/clé/KTL-000017.danaya", "/media/clé", "KTL-000017.danaya"],
    ["/a.danaya", "/", "a.danaya"],
  ])("%s lies in a folder under its name", (path, folder, name) => {
    expect(openedFile(path)).toEqual({ path, folder, name });
  });

  test.each(["", "a.danaya", "/media/"])("%j names no file in a folder", (path) => {
    expect(openedFile(path)).toBeNull();
  });
});
