import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { drivesAmong, listFolders, stickMounts, volumesIn } from "../../../src/services/office/folders.ts";
import { makeFolder } from "../../support/office.ts";

const MOUNTS = String.raw`sysfs /sys sysfs rw,nosuid 0 0
/dev/sda2 / ext4 rw,relatime 0 0
/dev/sdb1 /media/awa/CLE-MARIAM vfat rw,nosuid 0 0
/dev/sdc1 /media/awa/Clé\040de\040S\303\251gou exfat rw,nosuid 0 0
/dev/sdb1 /media/awa/CLE-MARIAM vfat rw,nosuid 0 0
/dev/sdd1 /run/media/awa/9C33-6BBD vfat rw 0 0
/dev/sde1 /srv/data ext4 rw 0 0
`;

describe("the places where files can go", () => {
  test("are every stick that Linux mounted, each once and by its name", () => {
    expect(stickMounts(MOUNTS)).toEqual([
      { path: "/media/awa/CLE-MARIAM", label: "CLE-MARIAM" },
      { path: "/media/awa/Clé de Ségou", label: "Clé de Ségou" },
      { path: "/run/media/awa/9C33-6BBD", label: "9C33-6BBD" },
    ]);
    expect(stickMounts("")).toEqual([]);
  });

  test("are a Mac's volumes, its own disk told apart from the sticks", () => {
    const volumes = makeFolder();
    mkdirSync(join(volumes, "CLE-MARIAM"));
    mkdirSync(join(volumes, ".timemachine"));
    symlinkSync("/", join(volumes, "Macintosh HD"));
    const found = volumesIn(volumes);
    expect(found.map(({ label, kind }) => ({ label, kind }))).toEqual([
      { label: "CLE-MARIAM", kind: "removable" },
      { label: "Macintosh HD", kind: "disk" },
    ]);
    expect(found.every((place) => (place.freeBytes ?? 0) > 0)).toBe(true);
  });

  test("are the letters of Windows that answer, and a disk with a recycle bin is no stick", () => {
    const [own, stick, second, disk] = [makeFolder(), makeFolder(), makeFolder(), makeFolder()];
    mkdirSync(join(disk, "$RECYCLE.BIN"));
    const roots = [
      { letter: "A:", root: join(own, "nothing here") },
      { letter: "C:", root: own },
      { letter: "D:", root: disk },
      { letter: "E:", root: stick },
      { letter: "F:", root: second },
    ];
    const found = drivesAmong(roots, "C:");
    expect(found.map(({ label, kind }) => `${label} ${kind}`)).toEqual([
      "C: disk",
      "D: disk",
      "E: removable",
      "F: removable",
    ]);
    expect(found.every((place) => (place.freeBytes ?? 0) > 0)).toBe(true);
  });

  test("always have the person's own folder, with its free space", () => {
    const folder = makeFolder();
    mkdirSync(join(folder, "Envois"));
    mkdirSync(join(folder, ".cache"));
    const listing = listFolders(folder);
    if (!listing.ok) throw new Error(listing.refusal.code);
    expect(listing.value.folders.map(({ name }) => name)).toEqual(["Envois"]);
    const home = listing.value.places.find((place) => place.kind === "home");
    expect(home?.freeBytes).toBeGreaterThan(0);
    expect(listFolders(join(folder, "away")).ok).toBe(false);
  });
});
