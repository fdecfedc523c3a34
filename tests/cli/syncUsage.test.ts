import { beforeAll, describe, expect, test } from "vitest";
import { AWA } from "../support/office.ts";
import { makeHeadquarters } from "../support/roundTrip.ts";
import { danaya, inOffice } from "./danaya.ts";

let hq = "";
beforeAll(async () => {
  const office = await makeHeadquarters({ shared: true });
  office.close();
  hq = office.dir;
});

describe("a command that is not one", () => {
  test.each([
    [["invite", "--name", "Koutiala", "--out", "x"]],
    [["invite", "--office", "KTL", "--out", "x"]],
    [["invite", "--office", "ktl", "--name", "Koutiala", "--out", "x"]],
    [["invite", "--office", "KTL", "--name", "Koutiala"]],
    [["enrol"]],
    [["import"]],
    [["answer"]],
    [["answer", "--office", "Koutiala", "--out", "x"]],
    [["settle"]],
    [["snapshot"]],
    [["signers"]],
    [["identity", "--out", "x"]],
    [["identity", "--tier", "secrets", "--out", "x"]],
    [["identity", "--tier", "finance"]],
    [["send", "--out", "x"]],
    [["status", "--unknown"]],
    [[]],
  ])("sync %j ends with 2", async (words) => {
    const { code, err, out } = await danaya(["sync", ...words, ...inOffice(hq)]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("danaya --help");
  });

  test("needs the passphrase in the environment", async () => {
    expect((await danaya(["sync", "status", ...inOffice(hq)], null)).code).toBe(2);
    expect(await danaya(["sync", "status", ...inOffice(hq), "--json"], `${AWA.passphrase}!`)).toMatchObject({
      code: 1,
    });
  });
});
