import { PlanTerms, type PlanVersion } from "../../contract/insuranceTerms.ts";
import type { OfficeCode } from "../../contract/primitives.ts";
import type { Reader } from "../reader.ts";
import type { Row } from "../registry.ts";
import type { WriteDoor } from "../writeDoor.ts";

/** One version of a plan, and whose it is. */
export interface StoredPlan extends PlanVersion {
  readonly id: string;
  readonly office: OfficeCode;
}

function planFromRow(row: Row): StoredPlan {
  return {
    id: String(row.id),
    office: String(row.office),
    code: String(row.code),
    name: String(row.name),
    startsOn: String(row.starts_on),
    toConfirm: Number(row.confirmed) === 0,
    terms: PlanTerms.parse(JSON.parse(String(row.terms))),
  };
}

/** Versions that offices wrote: this one's own, and in headquarters' copies those of all. */
export function listWrittenPlans(reader: Reader): StoredPlan[] {
  return reader.all("SELECT * FROM plan_version ORDER BY code, starts_on, id").map(planFromRow);
}

/** What headquarters' answers brought, to an antenna. */
export function listReceivedPlans(reader: Reader): StoredPlan[] {
  return reader.all("SELECT * FROM received_plan ORDER BY code, starts_on, id").map(planFromRow);
}

/** Canonical: keys in the order of their schema, so that the same terms are the same text. */
const termsText = (terms: PlanTerms) => JSON.stringify(PlanTerms.parse(terms));

export function insertPlan(door: WriteDoor, plan: Omit<StoredPlan, "office">): void {
  door.insert("plan_version", {
    id: plan.id,
    office: door.author.office,
    code: plan.code,
    name: plan.name,
    kind: plan.terms.kind,
    starts_on: plan.startsOn,
    terms: termsText(plan.terms),
    confirmed: plan.toConfirm ? 0 : 1,
    created_at: door.author.at,
  });
}

/** Of a version that has not begun. */
export function updatePlan(door: WriteDoor, plan: Omit<StoredPlan, "office" | "code">): void {
  door.update("plan_version", plan.id, {
    name: plan.name,
    starts_on: plan.startsOn,
    terms: termsText(plan.terms),
    confirmed: plan.toConfirm ? 0 : 1,
  });
}

/**
 * Headquarters' plans take the place of those that it sent before; a plan of another office comes once, with a member
 * who was insured there, and stays.
 */
export function takeReceivedPlans(door: WriteDoor, headquarters: OfficeCode, plans: readonly Row[]): void {
  door.run("DELETE FROM received_plan WHERE office = @headquarters", { headquarters });
  for (const plan of plans)
    door.run(
      `INSERT OR IGNORE INTO received_plan (id, office, code, name, kind, starts_on, terms, confirmed, created_at)
       VALUES (@id, @office, @code, @name, @kind, @starts_on, @terms, @confirmed, @created_at)`,
      plan,
    );
}

const SHARED = "id, office, code, name, kind, starts_on, terms, confirmed, created_at";

/** The versions that headquarters tells every office, with the columns that the registry shares. */
export function listConfirmedPlanRows(reader: Reader, headquarters: OfficeCode): Row[] {
  return reader.all(
    `SELECT ${SHARED} FROM plan_version WHERE office = @headquarters AND confirmed = 1 ORDER BY code, starts_on`,
    { headquarters },
  );
}

/** An office's own versions of these plans, which a member takes along. */
export function listPlanRows(reader: Reader, office: OfficeCode, codes: readonly string[]): Row[] {
  return reader.all(
    `SELECT ${SHARED} FROM plan_version
     WHERE office = @office AND code IN (SELECT value FROM json_each(@codes)) ORDER BY code, starts_on`,
    { office, codes: JSON.stringify(codes) },
  );
}

/** Policies of each plan that have not ended. */
export function countPoliciesByPlan(reader: Reader, office: OfficeCode | null): Map<string, number> {
  const where = office === null ? "" : "AND office = @office";
  const rows = reader.all(
    `SELECT plan_code, count(*) AS policies FROM policy WHERE ended_on IS NULL ${where} GROUP BY plan_code`,
    office === null ? {} : { office },
  );
  return new Map(rows.map((row) => [String(row.plan_code), Number(row.policies)]));
}
