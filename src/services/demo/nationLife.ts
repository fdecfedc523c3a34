import type { OfficeCode } from "../../contract/primitives.ts";
import { addDays, addMonths } from "../../domain/calendar.ts";
import { saveProjects } from "./cashbookLife.ts";
import { makeDice } from "./dice.ts";
import { confirmPlans } from "./insurancePlans.ts";
import { inventMember } from "./inventedPeople.ts";
import { type Ask, CASH, type Life, openDay, unless } from "./life.ts";
import { saveFeasts } from "./literacyLife.ts";
import type { Story } from "./stories.ts";

/* What passes between headquarters and its offices: reference data, invitations, sticks, answers, rulings. */

/** One side of the road, as its coordinator asks. */
export interface Side {
  readonly story: Story;
  readonly life: Life;
  readonly coordinator: Ask;
}

/** What headquarters decides for all before its offices begin. */
export async function layGround({ life }: Side): Promise<void> {
  await confirmPlans(life, "la région");
  await saveProjects(life);
  await saveFeasts(life);
}

/** Invitation, phone call, enrolment, phone call. */
export async function joinOffice(hq: Side, office: Side): Promise<void> {
  const { code, name, region, parentCode } = office.story;
  const { bytes } = await hq.coordinator("headquarters.invite", { code, name, region, parentCode });
  const { fingerprint } = await office.coordinator("sync.previewInvitation", { bytes });
  const enrolment = await office.coordinator("sync.join", { bytes, fingerprint });
  const seen = await hq.coordinator("headquarters.previewEnrolment", { bytes: enrolment.bytes });
  await hq.coordinator("headquarters.enrol", { bytes: enrolment.bytes, fingerprint: seen.fingerprint });
}

/** The office writes what headquarters does not have yet into a folder. @returns the file; null for nothing new */
export async function writeStick(office: Side, folder: string): Promise<string | null> {
  const sent = await unless(["sync.nothingToSend"], office.life.as("secretary")("sync.export", { folder }));
  return sent?.file ?? null;
}

/** Headquarters' answers, by office. */
export async function writeAnswers(
  hq: Side,
  offices: OfficeCode[],
  folder: string,
): Promise<Map<OfficeCode, string>> {
  const written = await hq.coordinator("headquarters.answer", { offices, folder });
  return new Map(written.map(({ office, file }) => [office, file]));
}

/** Remittances younger than this have not reached Bamako. */
const ON_THE_ROAD_DAYS = 24;
/** Referred claims younger than this wait for their ruling. */
const RULED_AFTER_DAYS = 60;

/** After a stick: money that came is booked, claims that were referred are ruled on. */
export async function settleArrivals(hq: Side): Promise<void> {
  const { life } = hq;
  for (const { voucherId, datedOn } of await hq.coordinator("cashbook.remittances", {}))
    if (datedOn < addDays(life.today(), -ON_THE_ROAD_DAYS) || datedOn < addDays(life.end, -70))
      await hq.coordinator("cashbook.receiveRemittance", {
        ...{ id: life.newId(), voucherId, to: "cash", datedOn: life.today(), reference: "" },
      });
  const asked = { states: ["referred" as const], office: "all" as const, offset: 0, limit: 50 };
  const { rows } = await hq.coordinator("insurance.claims", asked);
  for (const { id, careOn, office } of rows) {
    if (office === hq.story.code || careOn > addDays(life.end, -RULED_AFTER_DAYS)) continue;
    const { computed } = await hq.coordinator("insurance.claim", { id });
    await unless(
      ["claim.notNow"],
      hq.coordinator("insurance.decideClaim", {
        id,
        decision: "asComputed",
        note: "",
        granted: computed.granted,
      }),
    );
  }
}

/** From this amount on headquarters had to rule. */
const LARGE = 50_000;

/** Once headquarters has ruled, the office pays. */
export async function payRuled({ life }: Side): Promise<void> {
  const cashier = life.as("cashier");
  for (const { id: claimId, left, granted } of await cashier("insurance.claimsToPay", {}))
    if (granted >= LARGE)
      await unless(
        ["insurance.beyondFund"],
        cashier("insurance.payClaim", {
          id: life.newId(),
          claimId,
          amount: left,
          beyondFund: false,
          ...CASH,
        }),
      );
}

/** A woman who is nobody's story but the one that headquarters tells: in one register, or in two. */
export function noteGuest(
  side: Side,
  about: { seed: number; id: string; afterDays: number; paysCard: boolean },
): void {
  const { life, story } = side;
  const dice = makeDice(about.seed);
  const on = openDay(addDays(life.start, about.afterDays));
  const invented = inventMember(dice, addMonths(life.start, -30), addMonths(life.start, -20));
  const details = {
    ...invented,
    ...{ locality: story.quarters[0] ?? "", birth: { kind: "exact" as const, on: "1991-03-17" } },
    ...{ phone: "+22350009917", alsoKnownAs: "" },
  };
  const secretary = life.as("secretary");
  const { id } = about;
  life.on(on, () => secretary("membership.registerMember", { id, details, confirmedNotDuplicate: true }));
  if (about.paysCard)
    life.on(openDay(addDays(on, 9)), () =>
      secretary("cards.sellTerm", { id: life.newId(), memberId: id, price: 2_500, ...CASH }),
    );
}
