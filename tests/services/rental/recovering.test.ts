import { v7 } from "uuid";
import { expect, test } from "vitest";
import { expectHealthy, makeFolder, makeTestOffice, TODAY } from "../../support/office.ts";
import { makeJpeg } from "../../support/photos.ts";
import {
  enrol,
  filesIn,
  KOUTIALA,
  makeEnrolled,
  makeHeadquarters,
  receive,
  send,
} from "../../support/roundTrip.ts";
import { letShop, pay, read } from "./letting.ts";

const BINTOU = { name: "Bintou Keïta", login: "bintou", role: "coordinator" } as const;

test("an office taken back from headquarters has its leases, without what never left the lost laptop", async () => {
  const hq = await makeHeadquarters();
  const lost = await makeEnrolled(hq, KOUTIALA);
  const { id, premises } = await letShop(lost);
  const premisesId = premises[0]?.id ?? "";
  await pay(lost, id, 45_000, "2026-11-20");
  await lost.must("rental.addPremisesPhoto", { id: premisesId, jpeg: makeJpeg(640, 480) });
  const seen = { kind: "entry" as const, on: "2026-09-01", keys: 2, items: [], remarks: "Vu" };
  await lost.must("rental.saveInspection", { id: v7(), leaseId: id, premisesId, ...seen });
  const known = await read(lost, id);
  await receive(hq, await send(lost));

  const { keys } = await hq.must("headquarters.office", { office: "KTL" });
  const fingerprint = keys.find(({ state }) => state === "current")?.fingerprint ?? "";
  await hq.must("headquarters.revokeKey", { office: "KTL", fingerprint });
  const laptop = await makeTestOffice({ office: { code: "KTL", name: "Koutiala bis", person: BINTOU } });
  await enrol(hq, laptop, KOUTIALA);
  const folder = makeFolder();
  await hq.must("headquarters.answer", { offices: ["KTL"], folder });
  await laptop.must("sync.importAnswer", { files: filesIn(folder) });

  const inspections = known.inspections.map((one) => ({ ...one, remarks: "" }));
  expect(await read(laptop, id)).toEqual({ ...known, inspections });
  const [shop] = await laptop.must("rental.premises", { withRetired: true });
  expect(shop).toMatchObject({ photos: [], notes: "", state: "arrears" });
  expect((await letShop(laptop)).number).toBe("KTL-B00002");
  const photo = { id: premisesId, jpeg: makeJpeg(640, 480) };
  expect((await laptop.must("rental.addPremisesPhoto", photo)).photos).toHaveLength(1);
  expect((await pay(laptop, id, 45_000, TODAY)).file.arrears).toBe(0);
  await expectHealthy(laptop.ask);
});
