import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { Headquarters, leaveNoFolders } from "../services/sync/headquarters.ts";
import { exportTo, fill, makeJoined } from "../services/sync/joined.ts";
import { AWA, makeFolder, makeTestOffice, NEW_OFFICE, refusal } from "../support/office.ts";
import { makeJpeg } from "../support/photos.ts";
import { csvText, inventedWomen, registerRows } from "../support/registers.ts";
import { register } from "../support/women.ts";
import { Child, runWorker, workerCommand } from "./child.ts";
import { canMount, onSmallDisk, withFileLimit } from "./smallDisk.ts";

const DANAYA = fileURLToPath(new URL("../../bin/danaya.js", import.meta.url));
const hq = new Headquarters();
afterAll(leaveNoFolders);
const mayMount = canMount(makeFolder());

/** A joined office whose bundle comes to some 300 KB (photographs do not compress), nobody in it. */
async function heavyFolder(): Promise<string> {
  const office = await makeJoined(hq, true);
  for (let count = 0; count < 6; count += 1) {
    const { member } = await register(office, { surname: `Photo${count}` });
    // Noise in the comment: a picture does not compress either.
    const jpeg = makeJpeg(350, 450, 50_000);
    jpeg.set(randomBytes(49_000), 10);
    await office.must("membership.setPhoto", { id: member.id, jpeg });
  }
  office.close();
  return office.dir;
}

function registerFile(rows: number): string {
  const file = join(makeFolder(), "registre.csv");
  writeFileSync(file, csvText(registerRows(inventedWomen(rows, 11)), ";"));
  return file;
}

function factsOf(lines: readonly unknown[]): Record<string, unknown> {
  return Object.assign({}, ...lines.filter((line) => typeof line === "object"));
}

describe("a disk that is too small", () => {
  test.skipIf(!mayMount)(
    "full stick, stick gone read-only: an export or a copy is refused in clear words and leaves nothing (needs leave to mount)",
    async () => {
      const dir = await heavyFolder();
      const [stick, elsewhere] = [makeFolder(), makeFolder()];
      const command = onSmallDisk(128, stick, workerCommand(dir, "stick", [stick, elsewhere]));
      expect(runWorker(command)).toEqual([
        { exportFull: "disk.full", left: [] },
        { backupFull: "disk.full", left: [] },
        { exportReadOnly: "disk.notWritable", left: [] },
        { backupReadOnly: "disk.notWritable", left: [] },
        // The refused ones gave their number back.
        { number: 1, history: 1 },
        { faults: [] },
      ]);
      expect(readdirSync(elsewhere)).toEqual(["KTL-000001.danaya"]);
    },
  );

  test.skipIf(!mayMount)(
    "the office's own disk is full: an import, a registration, a passphrase are refused whole, and go on once there is room (needs leave to mount)",
    async () => {
      const source = await heavyFolder();
      const disk = makeFolder();
      const [, ...worker] = workerCommand(join(disk, "office"), "fullDisk", [registerFile(3_000)]);
      const command = [
        "sh",
        "-c",
        `cp -r "$1" "$2" && shift 2 && exec "$@"`,
        "sh",
        source,
        join(disk, "office"),
      ];
      const lines = runWorker(onSmallDisk(4_096, disk, [...command, process.execPath, ...worker]));
      const facts = factsOf(lines);
      expect(facts).toMatchObject({
        import: "disk.full",
        register: "disk.full",
        passphrase: "disk.full",
        again: "done",
        signIn: "done",
        faults: [],
      });
      expect(facts.afterImport).toEqual(facts.before);
      expect(facts.members).toBe(facts.expected);
    },
  );

  test.skipIf(!mayMount)("an office is not half made on a full disk (needs leave to mount)", () => {
    const disk = makeFolder();
    const dir = join(disk, "office");
    const show = `"$@"; ls -A "$0"`;
    const create = workerCommand(dir, "create", [JSON.stringify(NEW_OFFICE)]);
    const command = onSmallDisk(96, disk, ["sh", "-c", show, dir, ...create]);
    const [program = "", ...args] = command;
    const said = spawnSync(program, args, { encoding: "utf8" }).stdout.trim().split("\n");
    expect(said.slice(0, 2)).toEqual(['"ready"', '{"refused":"disk.full"}']);
    expect(said.slice(2).filter((name) => name !== "lock")).toEqual([]);
  });

  test("a limit on the size of files stops an export and a copy in the same way, for any user", async () => {
    const dir = await heavyFolder();
    const folder = makeFolder();
    const lines = runWorker(withFileLimit(160, workerCommand(dir, "limited", [folder])));
    const facts = factsOf(lines);
    expect(facts.export).toBe("disk.full");
    expect(String(facts.backup)).toMatch(/^disk\.(full|removed)$/);
    expect(facts.left).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("a stick that is pulled out", () => {
  test("after the work began is noticed: nothing is left, the number is given back, and the next export goes well", async () => {
    const office = await makeJoined(hq);
    await fill(office);
    const stick = makeFolder();
    office.onBreath = () => rmSync(stick, { recursive: true, force: true });
    expect(await office.refused("sync.export", { folder: stick })).toBe(refusal("disk.notFound", "folder"));
    office.onBreath = () => {};
    mkdirSync(stick);
    expect(readdirSync(stick)).toEqual([]);
    expect(await office.must("sync.history", {})).toEqual([]);
    expect((await exportTo(office, stick)).number).toBe(1);
    expect(readdirSync(stick)).toEqual(["KTL-000001.danaya"]);
  });

  test("before a copy is made is refused", async () => {
    const office = await makeTestOffice();
    const gone = join(makeFolder(), "gone");
    expect(await office.refused("office.backUp", { folder: gone })).toBe(refusal("disk.notFound", "folder"));
  });
});

describe("a second program before the same data folder", () => {
  test("is told that the office is in use, changes nothing, and may begin once the first has ended", async () => {
    const office = await makeTestOffice({ shared: true });
    office.close();
    const first = new Child(office.dir, "hold");
    await first.said((lines) => lines.includes("ready"));
    const doctor = () => {
      const env = { ...process.env, DANAYA_PASSPHRASE: AWA.passphrase };
      const args = [DANAYA, "doctor", "--data", office.dir, "--user", AWA.login, "--json"];
      return spawnSync(process.execPath, args, { env, encoding: "utf8" });
    };
    const refused = doctor();
    expect(refused.status).toBe(1);
    expect(JSON.parse(refused.stdout)).toMatchObject({ refused: "office.inUse" });
    await first.kill();
    expect(doctor().status).toBe(0);
  });
});
