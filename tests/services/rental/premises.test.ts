import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { makeTestOffice, refusal, type TestOffice, TODAY } from "../../support/office.ts";
import { makeJpeg } from "../../support/photos.ts";
import {
  addPremises,
  leaseTerms,
  letShop,
  pay,
  premisesDetails,
  signing,
  tenantDetails,
  terminate,
  twice,
} from "./letting.ts";

let office: TestOffice;
beforeEach(async () => {
  office = await makeTestOffice();
});

const list = (withRetired = false) => office.must("rental.premises", { withRetired });

describe("premises", () => {
  test("are entered, corrected under the same id, and listed by name", async () => {
    const id = v7();
    const entered = await office.must("rental.savePremises", {
      id,
      details: premisesDetails({ code: "B-02" }),
    });
    expect(entered).toMatchObject({
      ...{ id, office: "KTL", code: "B-02", kind: "shop", surface: 18, state: "vacant" },
      ...{ lease: null, vacantSince: null, photos: [], retiredOn: null },
    });
    await addPremises(office, "B-01");
    await office.must("rental.savePremises", {
      id,
      details: premisesDetails({ code: "B-02", condition: "poor", surface: null, notes: "Toit à refaire" }),
    });
    expect((await list()).map(({ code, condition, notes }) => `${code} ${condition} ${notes}`)).toEqual([
      "B-01 good ",
      "B-02 poor Toit à refaire",
    ]);
  });

  test("have a name that no others have, however it is written", async () => {
    await addPremises(office, "Boutique du Marché");
    const again = { id: v7(), details: premisesDetails({ code: "boutique du marche" }) };
    expect(await office.refused("rental.savePremises", again)).toBe(refusal("rental.codeTaken", "code"));
  });

  test("are let, in arrears or vacant by their lease", async () => {
    const [paid, late, empty, coming] = [
      await addPremises(office, "A"),
      await addPremises(office, "B"),
      await addPremises(office, "C"),
      await addPremises(office, "D"),
    ];
    const running = await office.must("rental.signLease", signing([paid], { startsOn: "2026-11-01" }));
    await pay(office, running.id, 30_000, TODAY);
    await office.must("rental.signLease", signing([late]));
    await office.must("rental.signLease", signing([coming], { startsOn: "2027-01-01" }));
    const ended = await office.must("rental.signLease", signing([empty]));
    await terminate(office, ended.id, "2026-10-31");
    office.clock.move({ days: 1 });
    const views = await list();
    expect(views.map(({ code, state, vacantSince }) => [code, state, vacantSince])).toEqual([
      ["A", "let", null],
      ["B", "arrears", null],
      ["C", "vacant", "2026-11-01"],
      ["D", "vacant", null],
    ]);
    expect(views.map(({ lease }) => lease?.state ?? null)).toEqual(["running", "running", null, "upcoming"]);
    expect(views[1]?.lease).toMatchObject({ tenantName: "Sékou Berthé", arrears: 90_000, rent: 30_000 });
  });

  test("go out of use only when nobody has them, and come back", async () => {
    const { id, premises, endsOn } = await letShop(office);
    const premisesId = premises[0]?.id ?? "";
    const out = { id: premisesId, on: TODAY };
    expect(await office.refused("rental.retirePremises", out)).toBe(refusal("rental.premisesLet", "on"));
    expect(await office.refused("rental.retirePremises", { ...out, on: endsOn })).toBe(
      refusal("rental.premisesLet", "on"),
    );
    await terminate(office, id, "2026-11-22");
    const [first, second] = await twice(office, "rental.retirePremises", out);
    expect(first).toMatchObject({ state: "retired", retiredOn: TODAY });
    expect(second).toEqual(first);
    expect(await list()).toEqual([]);
    expect(await list(true)).toHaveLength(1);
    const again = signing([{ id: premisesId }], { startsOn: "2026-12-01" });
    expect(await office.refused("rental.signLease", again)).toBe(
      refusal("rental.premisesRetired", "premises"),
    );
    await office.must("rental.retirePremises", { id: premisesId, on: null });
    expect((await office.must("rental.signLease", again)).state).toBe("upcoming");
  });

  test("that nobody knows are refused", async () => {
    const unknown = refusal("rental.premisesUnknown", "id");
    expect(await office.refused("rental.retirePremises", { id: v7(), on: null })).toBe(unknown);
    expect(await office.refused("rental.addPremisesPhoto", { id: v7(), jpeg: makeJpeg(9, 9) })).toBe(unknown);
  });

  test("show six photographs at most, the same picture once, and only their own", async () => {
    const { id } = await addPremises(office, "B-01");
    const first = makeJpeg(600, 400, 1);
    const [once, again] = await twice(office, "rental.addPremisesPhoto", { id, jpeg: first });
    expect(again).toEqual(once);
    for (let padding = 2; padding <= 6; padding += 1)
      await office.must("rental.addPremisesPhoto", { id, jpeg: makeJpeg(600, 400, padding) });
    const seventh = { id, jpeg: makeJpeg(600, 400, 7) };
    expect(await office.refused("rental.addPremisesPhoto", seventh)).toBe(
      refusal("rental.tooManyPhotos", "jpeg"),
    );
    const [view] = await list();
    expect(view?.photos).toHaveLength(6);
    const sha256 = view?.photos[0] ?? "";
    const shown = await office.must("rental.readPremisesPhoto", { sha256 });
    expect(Uint8Array.from(shown.jpeg)).toEqual(first);
    expect(await office.refused("rental.readPremisesPhoto", { sha256: "a".repeat(64) })).toBe(
      refusal("rental.premisesUnknown", "sha256"),
    );
    const broken = { id, jpeg: Uint8Array.of(1, 2, 3) };
    expect(await office.refused("rental.addPremisesPhoto", broken)).toBe(
      refusal("member.photoNotJpeg", "jpeg"),
    );
    const heavy = { id, jpeg: makeJpeg(600, 400, 310 * 1024) };
    expect(await office.refused("rental.addPremisesPhoto", heavy)).toBe(
      refusal("member.photoTooLarge", "jpeg"),
    );
  });
});

describe("tenants", () => {
  test("are entered with their telephones in one form, corrected, and found by any word", async () => {
    const id = v7();
    const [first, second] = await twice(office, "rental.saveTenant", { id, details: tenantDetails() });
    expect(second).toEqual(first);
    expect(first).toMatchObject({ phone: "+22376451230", guarantorPhone: "+22366102030", leases: 0 });
    await office.must("rental.saveTenant", {
      id: v7(),
      details: tenantDetails({ kind: "firm", name: "Étoile du Sahel", phone: "", guarantorPhone: "" }),
    });
    await office.must("rental.saveTenant", { id, details: tenantDetails({ name: "Sékou Amadou Berthé" }) });
    const found = async (text: string) =>
      (await office.must("rental.tenants", { text })).map(({ name }) => name);
    expect(await found("")).toHaveLength(2);
    expect(await found("berthe sekou")).toEqual(["Sékou Amadou Berthé"]);
    expect(await found("7645")).toEqual(["Sékou Amadou Berthé"]);
    expect(await found("etoile")).toEqual(["Étoile du Sahel"]);
    expect(await found("personne")).toEqual([]);
  });

  test("have telephone numbers that exist", async () => {
    const wrong = async (changes: object) =>
      office.refused("rental.saveTenant", { id: v7(), details: tenantDetails(changes) });
    expect(await wrong({ phone: "12" })).toBe(refusal("rental.phoneInvalid", "phone"));
    expect(await wrong({ guarantorPhone: "abc" })).toBe(refusal("rental.phoneInvalid", "guarantorPhone"));
  });

  test("who are known stay as they are known when they sign again", async () => {
    const [one, two] = [await addPremises(office, "A"), await addPremises(office, "B")];
    const first = signing([one]);
    await office.must("rental.signLease", first);
    const second = await office.must("rental.signLease", {
      ...{ id: v7(), tenantId: first.tenantId, terms: leaseTerms([two]) },
      tenant: tenantDetails({ name: "Autre nom" }),
    });
    expect(second.tenantName).toBe("Sékou Berthé");
    expect(await office.must("rental.tenants", { text: "" })).toMatchObject([{ leases: 2 }]);
  });
});
