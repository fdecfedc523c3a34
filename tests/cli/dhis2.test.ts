import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { Dhis2Mapping } from "../../src/contract/reportingTerms.ts";
import { makeFolder } from "../support/office.ts";
import { makeHeadquarters } from "../support/roundTrip.ts";
import { register } from "../support/women.ts";
import { danaya, inOffice } from "./danaya.ts";

const GUIDE = new URL("../../docs/dhis2.md", import.meta.url);
/** The mapping that the guide shows, for the one office that there is. */
const shown = /```json\n([\s\S]*?)```/.exec(readFileSync(GUIDE, "utf8"))?.[1] ?? "";
const guide = Dhis2Mapping.parse(JSON.parse(shown));
const mapping = { ...guide, orgUnits: guide.orgUnits.slice(0, 1) };

let dir = "";
let folder = "";
beforeAll(async () => {
  const hq = await makeHeadquarters({ shared: true });
  for (const birth of ["1998-02-01", "1961-02-01"])
    await register(hq, { birth: { kind: "exact", on: birth }, joinedOn: "2025-05-02" });
  hq.close();
  dir = hq.dir;
  folder = makeFolder();
});

const written = (name: string, value: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof value === "string" ? value : JSON.stringify(value));
  return path;
};
const dhis2 = (out: string, file: string, ...words: string[]) =>
  danaya([
    "export",
    "dhis2",
    "--month",
    "2025-06",
    "--mapping",
    file,
    "--out",
    out,
    ...words,
    ...inOffice(dir),
  ]);

describe("danaya export dhis2", () => {
  it("writes the guide’s example, and says what it wrote", async () => {
    const out = join(folder, "juin.json");
    const done = await dhis2(out, written("mapping.json", mapping));
    expect(done).toMatchObject({ code: 0, err: "" });
    expect(done.out).toContain("2 valeurs, 0 erreur, 0 note.");
    const set = JSON.parse(readFileSync(out, "utf8"));
    expect(set).toMatchObject({ dataSet: "Set12345678", period: "202506", orgUnit: "Bko12345678" });
    expect(set.dataValues.map(({ value }: { value: string }) => value)).toEqual(["2", "1"]);
  });

  it("writes nothing while something stops it, and says what", async () => {
    const out = join(folder, "rien.json");
    const wrong = {
      ...mapping,
      dataSet: "",
      orgUnits: [...mapping.orgUnits, { office: "KTL", orgUnit: "x" }],
    };
    const done = await dhis2(out, written("wrong.json", wrong));
    expect(done).toMatchObject({ code: 1, err: "" });
    expect(done.out).toContain("ERREUR  l’identifiant du jeu de données manque");
    expect(done.out).toContain("ERREUR  KTL x : ce bureau n’est pas connu ici");
    expect(done.out).toContain("Rien n’est écrit.");
    expect(existsSync(out)).toBe(false);
    const asked = await dhis2(out, written("wrong.json", wrong), "--json");
    expect(asked).toMatchObject({ code: 1, json: { file: null, month: "2025-06" } });
  });

  it("ends with 2 for what was asked wrongly and with 1 for what is refused", async () => {
    const out = join(folder, "non.json");
    const file = written("mapping.json", mapping);
    const words = ["--mapping", file, "--out", out, ...inOffice(dir)];
    expect(await danaya(["export", "csv", "--month", "2025-06", ...words])).toMatchObject({ code: 2 });
    expect(await danaya(["export", "dhis2", "--month", "juin", ...words])).toMatchObject({ code: 2 });
    for (const text of ["pas du JSON", { dataSet: "Set12345678" }]) {
      const refused = await dhis2(out, written("other.json", text));
      expect(refused).toMatchObject({ code: 1 });
      expect(refused.err).toContain("table de correspondance");
    }
    expect(existsSync(out)).toBe(false);
  });
});
