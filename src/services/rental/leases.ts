import type { InputOf } from "../../contract/index.ts";
import type { CalendarDate, Francs } from "../../contract/primitives.ts";
import type { LeaseTerms } from "../../contract/rentalTerms.ts";
import type { LeaseFile, LeaseRow } from "../../contract/rentalViews.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { insertLease, readLease } from "../../data/rental/leases.ts";
import { sumDeposits } from "../../data/rental/money.ts";
import { insertTenant, readTenant } from "../../data/rental/tenants.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import { addMonths, daysBetween } from "../../domain/calendar.ts";
import { standingOf } from "../../domain/rental/standing.ts";
import type { Call } from "../call.ts";
import { type Scope, scopeOf } from "../scope.ts";
import { firstRefusal, readFile } from "./changing.ts";
import { headOf, type PremisesById, premisesById, rentNow } from "./leaseFile.ts";
import { type LeaseRecord, listRecords } from "./leaseHistory.ts";
import { requireFree } from "./occupied.ts";
import { checkTenant, matcherOf, tenantWords } from "./tenants.ts";

/** So long before its last day a lease is said to end soon. */
const SOON_MONTHS = 2;

export function endsIn(row: Pick<LeaseRow, "state" | "endsOn">, today: CalendarDate): number | null {
  const { state, endsOn } = row;
  if (state !== "running" || endsOn === null || endsOn > addMonths(today, SOON_MONTHS)) return null;
  return daysBetween(today, endsOn);
}

interface RowSources {
  readonly premises: PremisesById;
  readonly deposits: ReadonlyMap<string, Francs>;
  readonly today: CalendarDate;
}

function rowOf(record: LeaseRecord, { premises, deposits, today }: RowSources): LeaseRow {
  const { lease, history, settlements } = record;
  const head = headOf(record, premises, today);
  const { arrears, advance } = standingOf(history, settlements, today);
  return {
    ...head,
    rent: rentNow(history, today),
    period: lease.terms.period,
    arrears,
    advance,
    deposit: deposits.get(lease.id) ?? 0,
    endsInDays: endsIn(head, today),
  };
}

/** All leases where they are read, by office and number. */
export function listRows(call: Call, { reader, office = call.office.code }: Scope): LeaseRow[] {
  const sources = {
    premises: premisesById(reader, office),
    deposits: sumDeposits(reader, { office }),
    today: call.today(),
  };
  return listRecords(reader, { office }).map((record) => rowOf(record, sources));
}

const wordsOf = ({ number, tenantName, tenantPhone, premises }: LeaseRow) =>
  `${number} ${tenantWords({ name: tenantName, phone: tenantPhone })} ${premises.map(({ code }) => code).join(" ")}`;

/** The leases as they stand today; at headquarters of any office or of all. */
export function leases(call: Call, input: InputOf<"rental.leases">): Result<LeaseRow[]> {
  const scope = scopeOf(call, input.office, "finance");
  if (!scope.ok) return scope;
  const matches = matcherOf(input.text);
  return accept(
    listRows(call, scope.value).filter(
      (row) => (input.states.length === 0 || input.states.includes(row.state)) && matches(wordsOf(row)),
    ),
  );
}

type Signing = InputOf<"rental.signLease">;

function checkTerms({ startsOn, endsOn, premises, rent, charges }: LeaseTerms): Result<null> {
  if (endsOn !== null && endsOn < startsOn) return refuse("rental.endBeforeStart", { field: "endsOn" });
  const sum = premises.reduce((francs, { share }) => francs + share, 0);
  if (sum !== rent) return refuse("rental.sharesWrong", { field: "premises", values: { sum } });
  return charges.kind === "meter" && charges.water === null && charges.power === null
    ? refuse("rental.chargesEmpty", { field: "charges" })
    : accept(null);
}

/** Enters the tenant where nobody knows her yet. */
function keepTenant(call: Call, door: WriteDoor, { tenantId, tenant }: Signing): Result<null> {
  const known = readTenant(door, tenantId);
  if (known !== undefined)
    return known.office === call.office.code
      ? accept(null)
      : refuse("rental.tenantUnknown", { field: "tenantId" });
  if (tenant === null) return refuse("rental.tenantUnknown", { field: "tenantId" });
  const details = checkTenant(tenant);
  if (!details.ok) return details;
  insertTenant(door, tenantId, details.value);
  return accept(null);
}

/** Lets premises to a tenant. The same request twice (a double click) signs one lease. */
export function signLease(call: Call, input: Signing): Result<LeaseFile> {
  return call.office.write(call.user.id, call.world.now(), (door): Result<LeaseFile> => {
    const { id, tenantId, terms } = input;
    if (readLease(door, id) !== undefined) return readFile(call, door, id, "id");
    const about = {
      office: call.office.code,
      premises: terms.premises.map(({ premisesId }) => premisesId),
    };
    const span = { from: terms.startsOn, to: terms.endsOn };
    const refused = firstRefusal(
      () => checkTerms(terms),
      () => requireFree(door, about, span, "premises"),
      () => keepTenant(call, door, input),
    );
    if (refused !== null) return refused;
    insertLease(door, { id, tenantId, terms, signedOn: call.today() });
    return readFile(call, door, id, "id");
  });
}
