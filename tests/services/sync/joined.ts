import { v7 } from "uuid";
import type { SentBundle } from "../../../src/contract/sync.ts";
import { makeFolder, makeTestOffice, type TestOffice } from "../../support/office.ts";
import { makeJpeg } from "../../support/photos.ts";
import { register } from "../../support/women.ts";
import type { Headquarters } from "./headquarters.ts";

/** An office that took headquarters' invitation. @param shared lies over several tests; the caller closes it */
export async function makeJoined(hq: Headquarters, shared = false): Promise<TestOffice> {
  const office = await makeTestOffice({ shared });
  await office.must("sync.join", { bytes: hq.invite("KTL"), fingerprint: hq.fingerprint });
  return office;
}

export async function sellCard(office: TestOffice, memberId: string): Promise<void> {
  const { price } = await office.must("cards.quote", { memberId });
  const sale = { id: v7(), memberId, price, method: "cash", reference: "" } as const;
  await office.must("cards.sellTerm", sale);
}

export const SECRETS = {
  surname: "Zanguinaba",
  otherSurname: "Wérémikan",
  notes: "Parle-chuchotée",
  workSetting: "closedHouse",
} as const;
export const PHOTO = makeJpeg(350, 450, 900);

/** Two members, one with everything, a photograph shown by two entries, and a card sold. */
export async function fill(office: TestOffice): Promise<{ first: string; second: string }> {
  const { surname, otherSurname, notes, workSetting } = SECRETS;
  const one = await register(office, { surname, notes, workSetting, phone: "76 12 34 56" });
  const two = await register(office, { surname: otherSurname, firstNames: "Sira" });
  await office.must("membership.setPhoto", { id: one.member.id, jpeg: PHOTO });
  await office.must("membership.recordDeparture", { id: one.member.id, on: "2026-11-20", reason: "moved" });
  await sellCard(office, two.member.id);
  return { first: one.member.id, second: two.member.id };
}

export function exportTo(office: TestOffice, folder = makeFolder()): Promise<SentBundle> {
  return office.must("sync.export", { folder });
}
