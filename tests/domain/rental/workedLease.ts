import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import {
  LeaseChange,
  LeaseTerms,
  MeterReading,
  type Settlement,
  Termination,
} from "../../../src/contract/rentalTerms.ts";
import type { LeaseHistory } from "../../../src/domain/rental/history.ts";
import { askedByPremises, daysLet, receivedByPremises } from "../../../src/domain/rental/occupancy.ts";
import { periodsOf } from "../../../src/domain/rental/periods.ts";
import { standingOf } from "../../../src/domain/rental/standing.ts";
import { statementOf } from "../../../src/domain/rental/statement.ts";
import { daysIn } from "../../../src/domain/reporting/periods.ts";
import { type Event, settle } from "./leases.ts";

export const DOCUMENT = readFileSync(
  fileURLToPath(new URL("../../../docs/rental.md", import.meta.url)),
  "utf8",
);

function example(name: string): unknown {
  const found = new RegExp(`<!-- example: ${name} -->\\s+\`\`\`json\\n([\\s\\S]*?)\`\`\``).exec(DOCUMENT);
  return JSON.parse(found?.[1] ?? "");
}

const History = z.strictObject({
  terms: LeaseTerms,
  changes: z.array(LeaseChange),
  termination: Termination,
  readings: z.array(MeterReading),
});
const Events = z.array(
  z.strictObject({ on: z.iso.date(), kind: z.enum(["payment", "writeOff", "refund"]), amount: z.int() }),
);

/** As it was signed and changed; the end came to be known on this day only. */
export const lease = History.parse(example("lease"));
const ENDED_ON = "2028-05-18";

/** What is known of the lease on a day: her notice and the readings came later than some payments. */
function knownOn(day: string): LeaseHistory {
  return {
    ...lease,
    termination: day < ENDED_ON ? null : lease.termination,
    readings: lease.readings.filter(({ readOn }) => readOn <= day),
  };
}

const events: Event[] = Events.parse(example("settlements"));
/** Each spread over what was known to be asked for when it was entered. */
export const settlements = events.reduce<Settlement[]>(
  (before, event) => settle(knownOn(event.on), before, event),
  [],
);

const row = (cells: readonly (string | number | null)[]) => `| ${cells.join(" | ")} |`;
const names = new Map(lease.readings.map(({ id }, index) => [id, `R${index + 1}`]));
/** `water:R2` for the example's second reading. */
const named = (key: string) => {
  const [kind = "", id = ""] = key.split(":");
  return names.has(id) ? `${kind}:${names.get(id)}` : key;
};

const LAST_DAY = "2028-06-30";
const DAYS = ["2028-01-15", "2028-01-31", "2028-03-31", "2028-05-31", LAST_DAY];

/** The tables of the document's last section, as they have to stand there. */
export function tables(): Record<string, string[]> {
  const { charges } = standingOf(lease, settlements, LAST_DAY);
  const vouchered = settlements.map((one) => ({ ...one, voucherNumber: "" }));
  const span = { from: "2028-05", to: "2028-05" };
  const asked = askedByPremises(lease, charges, span);
  const received = receivedByPremises(lease, settlements, span);
  return {
    periods: periodsOf(lease, LAST_DAY).map(({ month, from, to, due }) => row([month, from, to, due])),
    charges: charges.map(({ key, dueOn, amount, paid, writtenOff, settledOn }) =>
      row([`\`${named(key)}\``, dueOn, amount, paid, writtenOff, settledOn]),
    ),
    parts: settlements.map(({ on, kind, amount, parts }) =>
      row([on, kind, amount, parts.map((part) => `\`${named(part.key)}\` ${part.amount}`).join(", ")]),
    ),
    standings: DAYS.map((day) => {
      const { arrears, ages, advance } = standingOf(knownOn(day), settlements, day);
      return row([day, arrears, ...Object.values(ages), advance]);
    }),
    statement: statementOf(lease, vouchered, "2028-05-01", LAST_DAY).lines.map(
      ({ on, what, debit, credit, balance }) => row([on, what, debit, credit, balance]),
    ),
    premises: lease.terms.premises.map(({ premisesId }, index) => {
      const francs = (rows: typeof asked) => rows.find((one) => one.premisesId === premisesId)?.francs ?? 0;
      const days = daysLet([lease], premisesId, daysIn("2028-05", 1));
      return row([index === 0 ? "shop" : "store", days, francs(asked), francs(received)]);
    }),
  };
}

/** The balance that the statement begins with, as the document says it. */
export function opening(): string {
  const vouchered = settlements.map((one) => ({ ...one, voucherNumber: "" }));
  return `It opens at ${statementOf(lease, vouchered, "2028-05-01", LAST_DAY).opening} F`;
}
