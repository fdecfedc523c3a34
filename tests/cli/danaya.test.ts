import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { v7 } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import { makeFolder, makeTestOffice, openDesk } from "../support/office.ts";
import { csvText, encodeText, REGISTER_HEADINGS } from "../support/registers.ts";
import { register } from "../support/women.ts";
import { closedOffice, danaya, inOffice, runProgram } from "./danaya.ts";

function registerFile(): string {
  const rows = [
    REGISTER_HEADINGS,
    ["1", "Traoré", "Aminata", "12/03/1985", "Malienne", "76 12 34 56", "Koko", "05/01/2015"],
    ["2", "Konaté", "Sitan", "", "Malienne", "", "Lafiala", "03/02/2020"],
    ["3", "", "Sans nom", "01/01/1990", "Malienne", "", "Koko", "01/01/2018"],
  ];
  const path = join(makeFolder(), "registre.csv");
  writeFileSync(path, encodeText(csvText(rows, ";"), "utf-8"));
  return path;
}

describe("danaya init", () => {
  test("makes an office that opens, and gives the recovery code", async () => {
    const dir = join(makeFolder(), "office");
    const words = ["init", "--data", dir, "--office", "KTL", "--name", "Koutiala", "--user", "awa", "--json"];
    const made = await runProgram(words, "faible");
    expect(made).toMatchObject({ code: 0, err: "" });
    expect(made.json).toMatchObject({ office: "KTL", user: "awa", role: "coordinator" });
    expect((made.json as { recoveryCode: string }).recoveryCode).toMatch(/^[0-9A-Z]+(-[0-9A-Z]+)+$/);
    const { slots } = JSON.parse(readFileSync(join(dir, "keyring.json"), "utf8"));
    for (const { argon2 } of slots)
      expect(argon2).toMatchObject({ memoryKib: 65_536, passes: 3, parallelism: 1 });
    const again = await danaya(words, "faible");
    expect(again).toMatchObject({ code: 1, json: { refused: "office.alreadyExists" } });
    const desk = openDesk(dir);
    expect((await desk.ask("access.signIn", { login: "awa", passphrase: "faible" })).ok).toBe(true);
    desk.close();
  });

  test("makes headquarters, where its own roles exist; an antenna refuses them", async () => {
    const words = (dir: string) => [
      "init",
      "--data",
      dir,
      "--office",
      "BKO",
      "--name",
      "Bamako",
      "--user",
      "nana",
    ];
    const role = ["--role", "accountant"];
    const there = await danaya([...words(join(makeFolder(), "a")), ...role, "--headquarters"], "x");
    expect(there.code).toBe(0);
    const here = await danaya([...words(join(makeFolder(), "b")), ...role], "x");
    expect(here.code).toBe(1);
    expect(here.err).toContain("siège");
  });

  test.each([
    ["no office", ["--name", "K", "--user", "awa"]],
    ["a code of small letters", ["--office", "ktl", "--name", "K", "--user", "awa"]],
    ["a role that does not exist", ["--office", "KTL", "--name", "K", "--user", "awa", "--role", "queen"]],
    ["a login with a blank", ["--office", "KTL", "--name", "K", "--user", "a wa"]],
    ["a name of 61 letters", ["--office", "KTL", "--name", "K".repeat(61), "--user", "awa"]],
    [
      "an option that does not exist",
      ["--office", "KTL", "--name", "K", "--user", "awa", "--passphrase", "x"],
    ],
  ])("is wrong usage with %s, and makes nothing", async (_, words) => {
    const dir = join(makeFolder(), "office");
    const ran = await danaya(["init", "--data", dir, ...words], "x");
    expect(ran).toMatchObject({ code: 2, out: "" });
    expect(ran.err).toContain("danaya");
    expect(existsSync(dir)).toBe(false);
  });

  test("takes no passphrase that signing in would not take", async () => {
    const dir = join(makeFolder(), "office");
    const words = ["init", "--data", dir, "--office", "KTL", "--name", "K", "--user", "awa"];
    expect((await danaya(words, "x".repeat(201))).code).toBe(2);
    expect((await danaya(words, null)).code).toBe(2);
  });
});

describe("danaya members", () => {
  test("imports a register: dry run, then for good, then nothing new", async () => {
    const dir = await closedOffice();
    const file = registerFile();
    const words = ["members", "import", file, ...inOffice(dir), "--json"];
    const dry = await danaya([...words, "--dry-run"]);
    expect(dry).toMatchObject({
      code: 0,
      json: { created: 1, doubtful: 1, refused: 1, unchanged: 0, rows: 3 },
    });
    const report = join(makeFolder(), "refused.csv");
    const done = await danaya([...words, "--report", report]);
    expect(done.json).toEqual({ created: 1, doubtful: 1, refused: 1, unchanged: 0, rows: 3 });
    expect(readFileSync(report, "utf8")).toContain("Sans nom");
    expect(readFileSync(report, "utf8")).toContain("Konaté");
    const all = await danaya([...words, "--accept-doubtful"]);
    expect(all.json).toEqual({ created: 1, doubtful: 0, refused: 1, unchanged: 1, rows: 3 });
    const again = await danaya([...words, "--accept-doubtful"]);
    expect(again.json).toEqual({ created: 0, doubtful: 0, refused: 1, unchanged: 2, rows: 3 });
  });

  test("imports nothing when the report cannot be written", async () => {
    const dir = await closedOffice();
    const report = join(makeFolder(), "gone", "refused.csv");
    const ran = await danaya([
      "members",
      "import",
      registerFile(),
      ...inOffice(dir),
      "--report",
      report,
      "--json",
    ]);
    expect(ran).toMatchObject({ code: 1, json: { refused: "disk.notFound" } });
    const search = await danaya(["members", "search", "traore", ...inOffice(dir), "--json"]);
    expect(search.json).toEqual({ total: 0, members: [] });
  });

  test("refuses a file that is not there or no register, in French", async () => {
    const dir = await closedOffice();
    const gone = await danaya(["members", "import", join(dir, "none.csv"), ...inOffice(dir)]);
    expect(gone).toMatchObject({ code: 1, out: "" });
    const path = join(makeFolder(), "image.png");
    writeFileSync(path, Uint8Array.from([0x89, 0x50, 0x4e, 0x47, ...new Uint8Array(300)]));
    const png = await danaya(["members", "import", path, ...inOffice(dir)]);
    expect(png.code).toBe(1);
    expect(png.err).toContain("Ce fichier n’est pas un tableau");
  });

  test("searches, for scripts and for people", async () => {
    const dir = await closedOffice(async (office) => {
      await register(office, { surname: "Traoré", firstNames: "Djénéba", phone: "76123456" });
      await register(office, { surname: "Dembélé" });
    });
    const json = await danaya(["members", "search", "dje", "traore", ...inOffice(dir), "--json"]);
    expect(json).toMatchObject({
      code: 0,
      json: { total: 1, members: [{ number: "KTL-00001-6", surname: "Traoré" }] },
    });
    const lines = await danaya(["members", "search", "7612", ...inOffice(dir)]);
    expect(lines.out).toContain("KTL-00001-6\tTraoré\tDjénéba\t+22376123456");
  });
});

describe("danaya cards print", () => {
  let dir: string;
  let numbers: string[];
  beforeAll(async () => {
    numbers = [];
    dir = await closedOffice(async (office) => {
      for (let index = 0; index < 3; index += 1) {
        const { id, number } = (await register(office, { surname: `Membre${index}` })).member;
        numbers.push(number);
        if (index === 2) continue;
        await office.must("cards.sellTerm", {
          id: v7(),
          memberId: id,
          method: "cash",
          reference: "",
          price: 2_500,
        });
      }
    });
  });

  test("prints those that wait once, all of them again, or one member's", async () => {
    const out = join(makeFolder(), "cards.pdf");
    const words = ["cards", "print", ...inOffice(dir), "--out", out];
    const first = await danaya([...words, "--json"]);
    expect(first).toMatchObject({ code: 0, json: { file: out } });
    expect(readFileSync(out).subarray(0, 5).toString()).toBe("%PDF-");
    expect(await danaya([...words, "--json"])).toMatchObject({
      code: 1,
      json: { refused: "card.nothingToPrint" },
    });
    expect((await danaya([...words, "--all"])).code).toBe(0);
    expect((await danaya([...words, "--member", numbers[0] ?? "", "--single"])).code).toBe(0);
  });

  test("refuses a member without a card or unknown, and a folder that is not there", async () => {
    const words = ["cards", "print", ...inOffice(dir), "--json", "--out"];
    const out = join(makeFolder(), "cards.pdf");
    const none = await danaya([...words, out, "--member", numbers[2] ?? ""]);
    expect(none).toMatchObject({ code: 1, json: { refused: "card.none" } });
    const unknown = await danaya([...words, out, "--member", "KTL-99999-1"]);
    expect(unknown).toMatchObject({ code: 1, json: { refused: "member.notFound" } });
    const gone = await danaya([...words, join(makeFolder(), "gone", "x.pdf"), "--all"]);
    expect(gone).toMatchObject({ code: 1, json: { refused: "disk.notFound" } });
    expect(existsSync(out)).toBe(false);
    expect((await danaya([...words, out, "--all", "--member", "x"])).code).toBe(2);
  });
});

describe("danaya demo", () => {
  test("makes the same women of the same seed, in a healthy office", async () => {
    const people = async (seed: string) => {
      const dir = join(makeFolder(), "demo");
      const made = await danaya(["demo", "--data", dir, "--members", "12", "--seed", seed, "--json"], null);
      expect(made).toMatchObject({ code: 0, json: { office: "KTL", user: "awa", members: 12 } });
      const words = ["members", "search", "ktl", "--data", dir, "--user", "awa", "--json"];
      const { members } = (await danaya(words, "la maison de la confiance")).json as {
        members: { id: string }[];
      };
      return members.map(({ id: _id, ...shown }) => shown);
    };
    const first = await people("5");
    expect(first).toHaveLength(12);
    expect(await people("5")).toEqual(first);
  });

  test("is wrong usage without a number of members, and refused where an office is", async () => {
    const dir = await closedOffice();
    expect((await danaya(["demo", "--data", dir, "--members", "many"], null)).code).toBe(2);
    expect((await danaya(["demo", "--data", dir], null)).code).toBe(2);
    const there = await danaya(["demo", "--data", dir, "--members", "3", "--json"], null);
    expect(there).toMatchObject({ code: 1, json: { refused: "office.alreadyExists" } });
  });
});

describe("any command", () => {
  test("ends with 1 and a sentence for a wrong passphrase, an unknown person or no office", async () => {
    const dir = await closedOffice();
    const wrong = await runProgram(["doctor", ...inOffice(dir)], "pas la bonne");
    expect(wrong).toMatchObject({ code: 1, out: "" });
    expect(wrong.err).toContain("phrase de passe");
    expect((await danaya(["doctor", "--data", dir, "--user", "personne"])).code).toBe(1);
    const none = join(makeFolder(), "none");
    expect(await danaya(["doctor", ...inOffice(none), "--json"])).toMatchObject({
      code: 1,
      json: { refused: "office.notFound" },
    });
    expect(existsSync(none)).toBe(false);
  });

  test("ends with 1 while a window holds the folder", async () => {
    const office = await makeTestOffice();
    const ran = await runProgram(["doctor", ...inOffice(office.dir), "--json"]);
    expect(ran).toMatchObject({ code: 1, json: { refused: "office.inUse" } });
  });

  test.each([
    [[]],
    [["nonsense"]],
    [["members"]],
    [["members", "import"]],
    [["cards", "burn"]],
    [["doctor"]],
  ])("ends with 2 when it is asked wrongly: %j", async (words) => {
    expect((await danaya(words)).code).toBe(2);
  });

  test("helps, and keeps the rights of whoever signs in", async () => {
    expect(await runProgram(["--help"])).toMatchObject({ code: 0 });
    expect(await runProgram([])).toMatchObject({ code: 2 });
    let her = { login: "", passphrase: "" };
    const dir = await closedOffice(async (office) => {
      her = await office.addPerson("auditor");
    });
    const ran = await danaya(
      ["members", "import", registerFile(), "--data", dir, "--user", her.login, "--json"],
      her.passphrase,
    );
    expect(ran).toMatchObject({ code: 1, json: { refused: "access.forbidden" } });
    expect(readdirSync(dir).sort()).toEqual(["danaya.db", "keyring.json", "lock"]);
  });
});
