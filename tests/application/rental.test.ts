import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OperationName, operations } from "../../src/contract/index.ts";
import {
  addPremises,
  CASH,
  deposit,
  letShop,
  pay,
  premisesDetails,
  tenantDetails,
  terminate,
} from "../services/rental/letting.ts";
import { makeTestOffice, type TestOffice, TODAY } from "../support/office.ts";
import { makeJpeg } from "../support/photos.ts";
import { RENTAL, type RentalName, type RentalPrepared } from "./rentalRequests.ts";

let office: TestOffice;
let about: RentalPrepared;

async function makeChanges(leaseId: string) {
  const [changeId, writeOffId] = [v7(), v7()];
  const revision = { id: changeId, leaseId, from: "2027-08-01", rate: null, rent: 40_000, note: "" };
  await office.must("rental.reviseRent", revision);
  await office.must("rental.writeOff", { id: writeOffId, leaseId, amount: 2_000, reason: "Essai" });
  return { changeId, writeOffId };
}

async function makeVisits(leaseId: string, premisesId: string) {
  const inspectionId = v7();
  const keys = { kind: "entry" as const, on: "2026-09-01", keys: 2, items: [], remarks: "" };
  await office.must("rental.saveInspection", { id: inspectionId, leaseId, premisesId, ...keys });
  const first = { meter: "water", readOn: "2026-09-01", index: 120, initial: true } as const;
  await office.must("rental.recordReading", { id: v7(), leaseId, premisesId, ...first });
  const photo = await office.must("rental.addPremisesPhoto", { id: premisesId, jpeg: makeJpeg(640, 480, 3) });
  return { inspectionId, photoSha256: photo.photos[0] ?? "" };
}

async function makeEnded(): Promise<string> {
  const { id } = await letShop(office);
  await pay(office, id, 130_000, "2026-11-20");
  await deposit(office, id, 60_000, "2026-11-20");
  await terminate(office, id, "2026-11-22");
  return id;
}

beforeAll(async () => {
  office = await makeTestOffice({ shared: true });
  const empty = await addPremises(office, "V-01");
  const otherEmpty = await addPremises(office, "V-02");
  const lease = await letShop(office, { charges: { kind: "meter", water: 500, power: null } });
  const premisesId = lease.premises[0]?.id ?? "";
  await office.must("rental.recordPayment", {
    ...{ id: v7(), leaseId: lease.id, receivedOn: "2026-10-03", amount: 30_000, ...CASH },
  });
  const ending = await letShop(office);
  about = {
    ...{ today: TODAY, month: TODAY.slice(0, 7), settledMonth: "2026-09" },
    ...{ premisesDetails: premisesDetails(), tenantDetails: tenantDetails() },
    ...{ emptyId: empty.id, otherEmptyId: otherEmpty.id, photo: makeJpeg(640, 480, 9) },
    ...{ leaseId: lease.id, premisesId, endingId: ending.id, endedId: await makeEnded() },
    ...(await makeVisits(lease.id, premisesId)),
    ...(await makeChanges(lease.id)),
  };
});
afterAll(() => office.close());

/** In an order in which none spoils the next. */
const NAMES = Object.keys(RENTAL) as RentalName[];

describe("a typical request to the rental", () => {
  test.each(NAMES)("%s is answered in the contract's shape", async (name) => {
    const value = await office.must(name as OperationName, RENTAL[name](about) as never);
    const parsed = operations.get(name)?.output.safeParse(value);
    expect(parsed?.error?.issues ?? []).toEqual([]);
  });

  test("leaves a healthy office behind", async () => {
    expect((await office.must("office.checkUp", {})).faults).toEqual([]);
  });
});
