import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { addColleague } from "../services/headquarters/siege.ts";
import { makeFolder, openDesk, type TestOffice } from "../support/office.ts";
import { filesIn, KOUTIALA, MOPTI, makeAntenna, makeHeadquarters } from "../support/roundTrip.ts";
import { register } from "../support/women.ts";
import { danaya, inOffice, type Ran } from "./danaya.ts";

/*
 * The whole round trip by the command line alone, as headquarters' technician does it: one folder for headquarters, one
 * for each of two antennas. The tests follow each other.
 */

const FINGERPRINT = /^(\d{4} ){7}\d{4}$/;
const WRONG = "0000 0000 0000 0000 0000 0000 0000 0000";

let hq = "";
let koutiala = "";
let mopti = "";
let accountant = { login: "", passphrase: "" };
const usb = makeFolder();

function sync(dir: string, ...words: string[]): Promise<Ran> {
  return danaya(["sync", ...words, ...inOffice(dir), "--json"]);
}

async function said(dir: string, ...words: string[]): Promise<string> {
  const { code, out } = await danaya(["sync", ...words, ...inOffice(dir)]);
  expect(code).toBe(0);
  return out;
}

async function closed(office: TestOffice): Promise<string> {
  office.close();
  return office.dir;
}

/** Something happens on a screen meanwhile. */
async function onScreen(dir: string, work: (office: TestOffice) => Promise<unknown>): Promise<void> {
  const office = openDesk(dir);
  await office.signIn();
  await work(office);
  office.close();
}

async function exported(dir: string): Promise<string> {
  const { json } = await sync(dir, "export", "--out", makeFolder());
  return (json as { file: string }).file;
}

async function invite(code: string, name: string, ...more: string[]): Promise<Ran & { file: string }> {
  const file = join(usb, `${code}-invitation.danaya`);
  return { ...(await sync(hq, "invite", "--office", code, "--name", name, ...more, "--out", file)), file };
}

/** All that travels between headquarters and an office before its first stick. */
async function enrolled(dir: string, code: string, name: string): Promise<void> {
  const { file } = await invite(code, name);
  const enrolment = join(usb, `${code}-inscription.danaya`);
  await sync(dir, "join", file, "--out", enrolment);
  const { json } = await sync(hq, "enrol", enrolment);
  const confirmed = await sync(
    hq,
    "enrol",
    enrolment,
    "--confirm",
    (json as { fingerprint: string }).fingerprint,
  );
  expect(confirmed.code).toBe(0);
}

beforeAll(async () => {
  const siege = await makeHeadquarters({ shared: true });
  accountant = await addColleague(siege, "accountant");
  hq = await closed(siege);
  const office = await makeAntenna(KOUTIALA, { shared: true });
  await register(office);
  koutiala = await closed(office);
  mopti = await closed(await makeAntenna(MOPTI, { shared: true }));
});

describe("danaya sync invite and enrol", () => {
  test("write an invitation and say the fingerprint that headquarters reads on the phone", async () => {
    const invited = await invite("KTL", "Koutiala");
    expect(invited).toMatchObject({ code: 0, json: { file: invited.file, office: "KTL" } });
    expect((invited.json as { fingerprint: string }).fingerprint).toMatch(FINGERPRINT);
    const joined = await sync(koutiala, "join", invited.file, "--out", join(usb, "KTL-inscription.danaya"));
    expect(joined.json).toMatchObject({ fingerprint: (invited.json as { fingerprint: string }).fingerprint });
    const text = await said(
      hq,
      "invite",
      "--office",
      "SEG",
      "--name",
      "Ségou",
      "--out",
      join(usb, "SEG.danaya"),
    );
    expect(text).toContain((invited.json as { fingerprint: string }).fingerprint);
  });

  test("show an enrolment's fingerprint and change nothing until it is confirmed", async () => {
    const enrolment = join(usb, "KTL-inscription.danaya");
    const shown = await sync(hq, "enrol", enrolment);
    expect(shown).toMatchObject({ code: 0, json: { office: "KTL", kind: "first", confirmed: false } });
    const { fingerprint } = shown.json as { fingerprint: string };
    expect(fingerprint).toBe(
      ((await sync(koutiala, "status")).json as { ownFingerprint: string }).ownFingerprint,
    );
    expect(await said(hq, "enrol", enrolment)).toContain(`--confirm "${fingerprint}"`);
    const standing = async () => {
      const { offices } = (await sync(hq, "status")).json as {
        offices: { code: string; standing: string }[];
      };
      return offices.find(({ code }) => code === "KTL")?.standing;
    };
    expect(await standing()).toBe("invited");
    expect(await sync(hq, "enrol", enrolment, "--confirm", WRONG)).toMatchObject({
      code: 1,
      json: { refused: "sync.fingerprintMismatch" },
    });
    expect(await standing()).toBe("invited");
    const spoken = ` ${fingerprint.replace(" ", "   ")} `;
    expect(await sync(hq, "enrol", enrolment, "--confirm", spoken)).toMatchObject({
      code: 0,
      json: { office: "KTL", kind: "first", fingerprint, confirmed: true },
    });
    expect(await standing()).toBe("active");
    expect(await sync(hq, "enrol", enrolment)).toMatchObject({ code: 0, json: { kind: "again" } });
  });

  test("invite a sub-branch under its antenna, and refuse what is not so", async () => {
    expect((await invite("MRL", "Morila-Sanso", "--parent", "KTL", "--region", "Koumantou")).code).toBe(0);
    const { offices } = (await sync(hq, "status")).json as { offices: Record<string, string>[] };
    expect(offices.find(({ code }) => code === "MRL")).toMatchObject({
      parentCode: "KTL",
      region: "Koumantou",
      standing: "invited",
    });
    const refused: [string[], string][] = [
      [["--office", "BKO", "--name", "Bamako"], "headquarters.ownOffice"],
      [["--office", "GAO", "--name", "Gao", "--parent", "TBK"], "headquarters.parentUnknown"],
    ];
    for (const [words, code] of refused)
      expect(await sync(hq, "invite", ...words, "--out", join(usb, "x.danaya"))).toMatchObject({
        code: 1,
        json: { refused: code },
      });
    expect(existsSync(join(usb, "x.danaya"))).toBe(false);
    const notThere = await sync(
      koutiala,
      "invite",
      "--office",
      "GAO",
      "--name",
      "Gao",
      "--out",
      join(usb, "x"),
    );
    expect(notThere).toMatchObject({ code: 1, json: { refused: "headquarters.notHere" } });
    expect((await sync(hq, "enrol", join(usb, "KTL-invitation.danaya"))).json).toEqual({
      refused: "headquarters.notAnEnrolment",
      message: expect.any(String),
    });
  });
});

describe("danaya sync import and answer", () => {
  let stick = "";

  test("take in what came, whatever lies beside it, and end with the code of the first refusal", async () => {
    await enrolled(mopti, "MPT", "Mopti");
    stick = await exported(koutiala);
    const other = await exported(mopti);
    const both = await sync(hq, "import", other, stick);
    expect(both.code).toBe(0);
    expect(both.json).toMatchObject({
      files: [
        { name: "KTL-000001.danaya", office: "KTL", number: 1, outcome: "applied", refusal: null },
        { name: "MPT-000001.danaya", office: "MPT", number: 1, outcome: "applied", refusal: null },
      ],
      newDuplicates: 0,
    });
    expect((both.json as { entries: number }).entries).toBeGreaterThan(10);

    await onScreen(koutiala, (office) => register(office, { surname: "Diallo" }));
    const next = await exported(koutiala);
    const foreign = await sync(hq, "import", join(usb, "KTL-invitation.danaya"), next, stick);
    expect(foreign.code).toBe(1);
    expect(foreign.json).toMatchObject({
      files: expect.arrayContaining([
        expect.objectContaining({ name: "KTL-invitation.danaya", outcome: "refused" }),
        expect.objectContaining({ name: "KTL-000001.danaya", outcome: "alreadyReceived", entries: 0 }),
        expect.objectContaining({ name: "KTL-000002.danaya", outcome: "applied" }),
      ]),
    });
    const cut = join(makeFolder(), "coupee.danaya");
    writeFileSync(cut, readFileSync(stick).subarray(0, 900));
    const damaged = await sync(hq, "import", cut, stick);
    expect(damaged).toMatchObject({ code: 3 });
    const { out } = await danaya(["sync", "import", cut, stick, ...inOffice(hq)]);
    expect(out).toMatch(/coupee\.danaya : refusée – .+/);
    expect(out).toContain("KTL-000001.danaya : déjà reçue");
    expect(await sync(hq, "import", join(usb, "gone.danaya"))).toMatchObject({
      code: 1,
      json: { files: [{ outcome: "refused" }] },
    });
  });

  test("answer one office or all, and the antenna learns what Bamako has", async () => {
    const stand = async () => (await sync(koutiala, "status")).json as Record<string, unknown>;
    expect(await stand()).toMatchObject({ acknowledged: 0, epoch: 1, parting: null });
    const folder = makeFolder();
    const one = await sync(hq, "answer", "--office", "KTL", "--out", folder);
    const file = join(folder, "BKO-KTL-000001.danaya");
    const { acknowledged } = (one.json as { answers: { acknowledged: number }[] }).answers[0] ?? {
      acknowledged: 0,
    };
    expect(one).toMatchObject({
      code: 0,
      json: { answers: [{ office: "KTL", file, kind: "receipt", number: 1 }] },
    });

    const read = await sync(koutiala, "import", file);
    expect(read).toMatchObject({ code: 0, json: { acknowledged, recovered: null, parting: null } });
    expect(await stand()).toMatchObject({ acknowledged, parting: null });
    const text = await said(koutiala, "status");
    expect(text).toMatch(
      /Siège : BKO\nLe siège a tout jusqu'au \d\d\/\d\d\/\d{4} ; 0 écritures pas encore confirmées/,
    );
    expect(await sync(koutiala, "import", file)).toMatchObject({
      code: 1,
      json: { refused: "sync.olderAnswer" },
    });

    const everybody = await sync(hq, "answer", "--out", folder);
    const { answers } = everybody.json as { answers: { office: string; number: number }[] };
    expect(answers.map(({ office, number }) => `${office} ${number}`)).toEqual(["KTL 2", "MPT 1"]);
    expect(await said(koutiala, "import", ...filesIn(folder))).toContain("Le siège a tout jusqu'au");
    expect((await sync(mopti, "import", ...filesIn(folder))).code).toBe(0);
    expect(await sync(hq, "answer", "--office", "TBK", "--out", folder)).toMatchObject({
      code: 1,
      json: { refused: "headquarters.officeUnknown" },
    });
  });

  test("say where all offices stand, in words and as JSON", async () => {
    const { json } = await sync(hq, "status");
    const { fingerprint, offices } = json as { fingerprint: string; offices: Record<string, unknown>[] };
    expect(fingerprint).toMatch(FINGERPRINT);
    expect(offices.map(({ code }) => code)).toEqual(["BKO", "KTL", "MRL", "MPT", "SEG"]);
    expect(offices[1]).toMatchObject({
      ...{ name: "Koutiala", standing: "active", own: false, epoch: 1, waitingBundles: 0, missing: null },
      ...{ sealedTiers: [], forked: false, snapshotToConfirm: false, answerDue: false },
      lastBundle: { number: 2 },
      totals: { members: 2 },
    });
    const lines = (await said(hq, "status")).split("\n");
    expect(lines[0]).toBe(`Empreinte du siège : ${fingerprint}`);
    expect(lines).toContainEqual(
      expect.stringMatching(/^KTL Koutiala : clé n° 2, écritures jusqu'au .*\(\d+\)$/),
    );
    expect(lines).toContain("SEG Ségou : aucune clé ; invitée");
  });
});

describe("danaya sync signers and identity", () => {
  test("signers vouch for a stick by the stock ssh-keygen", async () => {
    const signers = join(usb, "allowed_signers");
    expect(await sync(hq, "signers", "--out", signers)).toMatchObject({ code: 0, json: { file: signers } });
    const folder = makeFolder();
    execFileSync("unzip", ["-q", await exportedAnew(), "-d", folder]);
    const verify = (who: string) =>
      spawnSync(
        "ssh-keygen",
        [
          "-Y",
          "verify",
          "-f",
          signers,
          "-I",
          who,
          "-n",
          "danaya-bundle",
          "-s",
          join(folder, "manifest.json.sig"),
        ],
        { input: readFileSync(join(folder, "manifest.json")) },
      ).status;
    expect([verify("KTL"), verify("MPT") === 0]).toEqual([0, false]);
    expect(readFileSync(signers, "utf8").split("\n").filter(Boolean)).toHaveLength(3);
  });

  test("identity opens a tier's part by the stock age, and is noted", async () => {
    const out = join(usb, "identity.txt");
    expect(await sync(hq, "identity", "--tier", "identity", "--out", out)).toMatchObject({
      code: 0,
      json: { file: out, tier: "identity" },
    });
    const folder = makeFolder();
    execFileSync("unzip", ["-q", await exportedAnew(), "-d", folder]);
    const opens = (part: string) => spawnSync("age", ["-d", "-i", out, join(folder, part)]);
    expect(gunzipSync(opens("identity.age").stdout).toString("utf8")).toContain("Coulibaly");
    expect(opens("programme.age").status).not.toBe(0);
    await onScreen(hq, async (office) => {
      const events = await office.must("access.listAudit", { before: null, limit: 50 });
      expect(events.filter(({ action }) => action === "exportIdentity")).toHaveLength(1);
    });
  });

  test("identity is refused to whoever is no coordinator, and writes nothing", async () => {
    const out = join(makeFolder(), "finance.txt");
    const words = [
      "sync",
      "identity",
      "--tier",
      "finance",
      "--data",
      hq,
      "--user",
      accountant.login,
      "--out",
      out,
    ];
    expect(await danaya([...words, "--json"], accountant.passphrase)).toMatchObject({
      code: 1,
      json: { refused: "access.forbidden" },
    });
    expect(existsSync(out)).toBe(false);
  });

  /** A stick of Koutiala with a member's record on it. */
  async function exportedAnew(): Promise<string> {
    await onScreen(koutiala, (office) => register(office));
    return exported(koutiala);
  }
});

describe("danaya sync snapshot and settle", () => {
  test("settle a laptop that was put back to an old copy", async () => {
    const old = join(makeFolder(), "office");
    mkdirSync(old);
    cpSync(koutiala, old, { recursive: true });
    expect(await sync(old, "snapshot", "--out", makeFolder())).toMatchObject({
      code: 1,
      json: { refused: "sync.nothingToSettle" },
    });
    await onScreen(koutiala, (office) => register(office, { surname: "Perdue" }));
    expect((await sync(hq, "import", await exported(koutiala))).code).toBe(0);
    await onScreen(old, (office) => register(office, { surname: "Nouvelle" }));
    const forked = await sync(hq, "import", await exported(old));
    expect(forked).toMatchObject({
      code: 1,
      json: { files: [{ outcome: "refused", refusal: { code: "headquarters.fork" } }] },
    });
    expect(await said(hq, "status")).toMatch(/^KTL .* ; séparée$/m);

    const folder = makeFolder();
    await sync(hq, "answer", "--office", "KTL", "--out", folder);
    const told = await danaya(["sync", "import", ...filesIn(folder), ...inOffice(old)]);
    expect(told.out).toContain("danaya sync snapshot");
    expect(await said(old, "status")).toContain("Attention : ");
    const whole = await sync(old, "snapshot", "--out", makeFolder());
    expect(whole).toMatchObject({ code: 0, json: { first: 1 } });

    expect(await sync(hq, "settle", "--office", "KTL")).toMatchObject({
      code: 1,
      json: { refused: "headquarters.nothingToConfirm" },
    });
    const came = await danaya(["sync", "import", (whole.json as { file: string }).file, ...inOffice(hq)]);
    expect(came).toMatchObject({ code: 0, out: expect.stringContaining("danaya sync settle --office KTL") });
    await settles();
    expect(await said(hq, "status")).not.toMatch(/séparée|à confirmer/);
  });

  async function settles(): Promise<void> {
    const shown = await sync(hq, "settle", "--office", "KTL");
    const { sha256 } = shown.json as { sha256: string };
    expect(shown).toMatchObject({ code: 0, json: { office: "KTL", epoch: 2 } });
    expect((shown.json as { differences: unknown[] }).differences).toContainEqual(
      expect.objectContaining({ entity: "member", kind: "onlyHeld" }),
    );
    const text = await said(hq, "settle", "--office", "KTL");
    expect(text).toMatch(/member : 1 seulement au siège, 1 seulement dans la copie, 0 différents/);
    expect(text).toContain(`--confirm ${sha256}`);
    expect(await sync(hq, "settle", "--office", "KTL", "--confirm", "0".repeat(64))).toMatchObject({
      code: 1,
      json: { refused: "headquarters.nothingToConfirm" },
    });
    expect(await sync(hq, "settle", "--office", "KTL", "--confirm", sha256)).toMatchObject({
      code: 0,
      json: { code: "KTL", epoch: 2, forked: false, snapshotToConfirm: false },
    });
  }
});
