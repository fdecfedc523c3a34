import type { AdjudicationClaim, Cut, EarlierLine } from "../../../src/contract/insuranceTerms.ts";
import { PlanVersion } from "../../../src/contract/insuranceTerms.ts";
import type { Reader } from "../../../src/data/reader.ts";
import type { Row } from "../../../src/data/registry.ts";
import { adjudicate, earlierLines } from "../../../src/domain/insurance/adjudicate.ts";
import { patientCoverOn } from "../../../src/domain/insurance/cover.ts";
import { overrule } from "../../../src/domain/insurance/overruling.ts";
import { childInsuredUntil, termsByDay, versionOn } from "../../../src/domain/insurance/planVersions.ts";
import { plusDays } from "./yearDays.ts";

/*
 * Every decision of the antenna once more, in the order in which its journal has them, with nothing but the rows that
 * headquarters holds of it.
 */

const OFFICE = "office = 'KTL'";

/** Claims in the order in which they were decided. */
function decidedInOrder(national: Reader): string[] {
  const entries = national.all(
    `SELECT entry.id, vals FROM entry JOIN health.entry_values AS held USING (office, epoch, seq)
     WHERE office = 'KTL' AND entity = 'claim' ORDER BY epoch, seq`,
  );
  const isDecided = ({ vals }: Row) => JSON.parse(String(vals)).outcome !== null;
  return [...new Set(entries.filter(isDecided).map(({ id }) => String(id)))];
}

function versionsOf(national: Reader, plan: string): PlanVersion[] {
  return national
    .all(`SELECT * FROM plan_version WHERE ${OFFICE} AND code = @plan ORDER BY starts_on`, { plan })
    .map((row) =>
      PlanVersion.parse({
        ...{ code: row.code, name: row.name, startsOn: row.starts_on, toConfirm: row.confirmed === 0 },
        terms: JSON.parse(String(row.terms)),
      }),
    );
}

const text = (value: unknown) => (value === null || value === undefined ? null : String(value));

function claimOf(claim: Row, lines: readonly Row[]): AdjudicationClaim {
  return {
    number: String(claim.number),
    patient: String(claim.child_id ?? claim.member_id),
    careOn: String(claim.care_on),
    facility: text(claim.facility_code),
    receiptNumber: String(claim.receipt_number),
    lines: lines.map((row) => ({
      ...{ id: String(row.id), act: text(row.act), quantity: Number(row.quantity), asked: Number(row.asked) },
      category: String(row.category) as AdjudicationClaim["lines"][number]["category"],
    })),
  };
}

function insuredOf(national: Reader, policy: Row, ageLimit: number) {
  const from = String(policy.effective_on);
  const children = national.all("SELECT * FROM insured_child WHERE policy_id = @id", {
    id: String(policy.id),
  });
  return [
    { id: String(policy.member_id), from, to: null },
    ...children.map((row) => {
      const bornOn = text(row.birth_on);
      const ends = [
        ...(bornOn === null ? [] : [childInsuredUntil(bornOn, ageLimit)]),
        ...(row.removed_on === null ? [] : [plusDays(String(row.removed_on), -1)]),
      ];
      return {
        id: String(row.id),
        from: bornOn !== null && bornOn > from ? bornOn : from,
        to: ends.sort()[0] ?? null,
      };
    }),
  ];
}

function judgeAgain(national: Reader, claim: Row, asked: AdjudicationClaim, earlier: readonly EarlierLine[]) {
  const id = String(claim.policy_id);
  const policy = national.get("SELECT * FROM policy WHERE id = @id", { id });
  const versions = versionsOf(national, String(policy?.plan_code));
  const version = versionOn(versions, asked.careOn) ?? versions[0];
  if (policy === undefined || version?.terms.kind !== "health") throw new Error("no plan is in force");
  const taken = national.all("SELECT * FROM contribution WHERE policy_id = @id AND refunded_on IS NULL", {
    id,
  });
  const history = {
    effectiveOn: String(policy.effective_on),
    endedOn: text(policy.ended_on),
    contributions: taken.map((row) => ({ from: String(row.period_from), to: String(row.period_to) })),
    insured: insuredOf(national, policy, version.terms.childAgeLimit),
  };
  const cover = patientCoverOn(history, termsByDay(versions), asked.patient, asked.careOn);
  return adjudicate({ version: { ...version, terms: version.terms }, cover, claim: asked, earlier });
}

interface Replayed {
  readonly number: string;
  readonly lines: readonly {
    readonly id: string;
    readonly paid: number;
    readonly acts: number;
    readonly cuts: readonly Cut[];
  }[];
}

/** What was decided, and what the rules give for it at headquarters. */
export function replay(national: Reader): { stored: Replayed[]; again: Replayed[] } {
  const before = new Map<string, EarlierLine[]>();
  const stored: Replayed[] = [];
  const again: Replayed[] = [];
  for (const id of decidedInOrder(national)) {
    const claim = national.get("SELECT * FROM claim WHERE id = @id", { id });
    if (claim === undefined) throw new Error("a decided claim is not there");
    const rows = national.all("SELECT * FROM claim_line WHERE claim_id = @id AND voided = 0", { id });
    const lines = rows.map((row) => ({
      ...{ id: String(row.id), paid: Number(row.paid), acts: Number(row.acts) },
      cuts: JSON.parse(String(row.cuts)) as Cut[],
    }));
    const asked = claimOf(claim, rows);
    const earlier = before.get(String(claim.policy_id)) ?? [];
    const computed = judgeAgain(national, claim, asked, earlier);
    // A person may have granted less, with a reason: nothing else may differ.
    const isOverruled = lines.some(({ cuts }) => cuts.some((cut) => cut.rule === "decision"));
    const given = isOverruled ? overrule(computed.lines, Number(claim.granted)) : computed.lines;
    const number = asked.number;
    stored.push({ number, lines });
    again.push({
      number,
      lines: given.map(({ id: line, paid, acts, cuts }) => ({ id: line, paid, acts, cuts })),
    });
    const taken = { ...computed, lines: given };
    before.set(String(claim.policy_id), [...earlier, ...earlierLines(asked, taken)]);
  }
  return { stored, again };
}
