import { v7 } from "uuid";
import type { Scalar } from "../../../src/data/registry.ts";
import type { Dice } from "../../../src/services/demo/dice.ts";
import { inventMember } from "../../../src/services/demo/inventedPeople.ts";
import type { TestOffice } from "../../support/office.ts";
import { makeJpeg } from "../../support/photos.ts";
import { register } from "../../support/women.ts";
import { sellCard } from "../sync/joined.ts";

/*
 * A month's work of one office as its secretary does it, through the contract. Whom it falls on the dice decide; the
 * women about whom the story has plans are neither merged nor erased, and some of them not touched at all.
 */

export interface Woman {
  readonly id: string;
  readonly number: string;
}

const LIVING = "office = @own AND merged_into IS NULL AND erased_at IS NULL AND left_on IS NULL";
/** Where chance leaves a woman alone. */
export const QUIET = "Quartier calme";

function listWomen(office: TestOffice, where = "TRUE", params: Record<string, Scalar> = {}): Woman[] {
  const { reader, code } = office.call.office;
  return reader
    .all(
      `SELECT id, number FROM member WHERE ${LIVING} AND locality <> @quiet AND (${where}) ORDER BY number`,
      {
        own: code,
        quiet: QUIET,
        ...params,
      },
    )
    .map(({ id, number }) => ({ id: String(id), number: String(number) }));
}

function pickSome<T>(dice: Dice, from: readonly T[], count: number): T[] {
  const left = [...from];
  const picked: T[] = [];
  while (picked.length < count && left.length > 0) picked.push(...left.splice(dice.roll(left.length), 1));
  return picked;
}

/** A paid card and a photograph: all that can go with her to another office. */
export async function equip(office: TestOffice, id: string, fill: number): Promise<void> {
  await sellCard(office, id);
  await office.must("membership.setPhoto", { id, jpeg: makeJpeg(350, 450, 40 + (fill % 200), fill % 200) });
}

async function registerSome(office: TestOffice, dice: Dice): Promise<void> {
  const today = office.clock.now().slice(0, 10);
  for (let left = 3 + dice.roll(3); left > 0; left -= 1)
    await register(office, inventMember(dice, today, today));
}

async function sellSome(office: TestOffice, dice: Dice): Promise<void> {
  const unpaid = "NOT EXISTS (SELECT 1 FROM term WHERE term.member_id = member.id AND ends_on >= @today)";
  const today = office.clock.now().slice(0, 10);
  for (const { id } of pickSome(dice, listWomen(office, unpaid, { today }), 2 + dice.roll(2)))
    await sellCard(office, id);
}

async function replaceOne(office: TestOffice, dice: Dice): Promise<void> {
  const today = office.clock.now().slice(0, 10);
  const valid =
    "EXISTS (SELECT 1 FROM card WHERE card.member_id = member.id AND state = 'valid' AND valid_until >= @today)";
  for (const { id: memberId } of pickSome(dice, listWomen(office, valid, { today }), 1))
    await office.must("cards.replaceCard", {
      id: v7(),
      memberId,
      reason: dice.pick(["lost", "spoilt"] as const),
      method: "cash",
      reference: "",
      charged: dice.percent(50),
    });
}

async function changeSome(office: TestOffice, dice: Dice): Promise<void> {
  for (const { id } of pickSome(dice, listWomen(office), 2)) {
    const { member } = await office.must("membership.readMember", { id });
    const { surname, firstNames, alsoKnownAs, birth, nationality, languages, phone, workSetting } = member;
    const { childrenInCare, literacy, emergencyName, emergencyPhone, emergencyRelation } = member;
    const { paperKind, paperNumber, consentOn, consentSigned, joinedOn } = member;
    await office.must("membership.updateMember", {
      id,
      details: {
        ...{ surname, firstNames, alsoKnownAs, birth, nationality, languages, phone, workSetting },
        ...{ childrenInCare, literacy, emergencyName, emergencyPhone, emergencyRelation },
        ...{ paperKind, paperNumber, consentOn, consentSigned, joinedOn },
        locality: dice.pick(["Koko", "Hamdallaye", "Darsalam", "Médina Coura"]),
        notes: `vue le ${office.clock.now().slice(0, 10)}`,
      },
    });
  }
}

/** Departures, a double record put together, an erasure: what takes a woman out of the register. */
async function letSomeGo(office: TestOffice, dice: Dice, planned: ReadonlySet<string>): Promise<void> {
  const others = pickSome(
    dice,
    listWomen(office).filter(({ id }) => !planned.has(id)),
    4,
  );
  const [leaving, kept, double, erased] = others;
  const on = office.clock.now().slice(0, 10);
  if (leaving !== undefined)
    await office.must("membership.recordDeparture", { id: leaving.id, on, reason: "moved" });
  if (kept !== undefined && double !== undefined && dice.percent(50))
    await office.must("membership.mergeMembers", { keepId: kept.id, mergeId: double.id });
  if (erased !== undefined && dice.percent(40)) await office.must("membership.eraseMember", erased);
}

/** A month's work. @param planned women about whom the story has plans */
export async function work(office: TestOffice, dice: Dice, planned: ReadonlySet<string>): Promise<void> {
  await registerSome(office, dice);
  office.clock.move({ days: 4 });
  await sellSome(office, dice);
  for (const { id } of pickSome(dice, listWomen(office), 1)) {
    const jpeg = makeJpeg(350, 450, 40 + dice.roll(400), dice.roll(250));
    await office.must("membership.setPhoto", { id, jpeg });
  }
  office.clock.move({ days: 5 });
  await changeSome(office, dice);
  await replaceOne(office, dice);
  office.clock.move({ days: 6 });
  await letSomeGo(office, dice, planned);
}
