import type { InputOf } from "../../contract/index.ts";
import type { FileOutput } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { readBranch } from "../../data/national/branches.ts";
import type { PaperContext } from "../../documents/design/paper.ts";
import { inspectionSheet } from "../../documents/rental/inspectionSheet.ts";
import { leaseContract } from "../../documents/rental/leaseContract.ts";
import { reminderLetter } from "../../documents/rental/reminderLetter.ts";
import { rentNotices, rentQuittances } from "../../documents/rental/rentSlips.ts";
import { tenantStatement } from "../../documents/rental/tenantStatement.ts";
import { addDays } from "../../domain/calendar.ts";
import type { Call } from "../call.ts";
import { paperContext, pdfFile } from "../office/paper.ts";
import { type FoundRecord, fileOf, findRecord, headOf, premisesById } from "./leaseFile.ts";
import { listBookedRecords } from "./leaseHistory.ts";
import { asksAnything, noticeOf, quittanceOf, type SlipQuestion } from "./slipFacts.ts";
import { statement } from "./statement.ts";

/** The papers that tenants are given. File names are the lease's number and a month: never a person. */

/** So many days a reminder leaves to pay. */
const DAYS_TO_PAY = { first: 10, last: 8 } as const;

/** As the lease's office prints it: at headquarters, another office's papers bear that office's name. */
function contextOf(call: Call, { reader, record }: FoundRecord): PaperContext {
  const context = paperContext(call);
  const { office: code } = record.lease;
  if (code === call.office.code) return context;
  return { ...context, office: { ...context.office, code, name: readBranch(reader, code)?.name ?? code } };
}

/** The contract as it was signed, with what was agreed since. */
export async function printLease(call: Call, { id }: { id: string }): Promise<Result<FileOutput>> {
  const found = findRecord(call, id, "id");
  if (!found.ok) return found;
  const { reader, record } = found.value;
  const { number, office, tenant, terms } = record.lease;
  const all = premisesById(reader, office);
  const definition = leaseContract({
    ...contextOf(call, found.value),
    ...{ number, tenant, terms, changes: record.history.changes },
    premises: terms.premises.flatMap(({ premisesId, share }) => {
      const premises = all.get(premisesId);
      return premises === undefined ? [] : [{ ...premises, share }];
    }),
  });
  return accept(await pdfFile(call.world, `${number}-contrat`, definition));
}

/** A period of a lease, as its slips ask about it. */
function questionOf(call: Call, { reader, record }: FoundRecord, month: string): SlipQuestion {
  return { record, premises: premisesById(reader, record.lease.office), month, today: call.today() };
}

export async function printNotice(
  call: Call,
  { leaseId, month }: InputOf<"rental.printNotice">,
): Promise<Result<FileOutput>> {
  const found = findRecord(call, leaseId, "leaseId");
  if (!found.ok) return found;
  const notice = noticeOf(questionOf(call, found.value, month));
  if (!notice.ok) return notice;
  const definition = rentNotices({ ...contextOf(call, found.value), notices: [notice.value] }, 1);
  return accept(await pdfFile(call.world, `${notice.value.number}-avis-${month}`, definition));
}

export async function printQuittance(
  call: Call,
  { leaseId, month }: InputOf<"rental.printQuittance">,
): Promise<Result<FileOutput>> {
  const found = findRecord(call, leaseId, "leaseId");
  if (!found.ok) return found;
  const quittance = quittanceOf(questionOf(call, found.value, month));
  if (!quittance.ok) return quittance;
  const definition = rentQuittances({ ...contextOf(call, found.value), quittances: [quittance.value] }, 1);
  return accept(await pdfFile(call.world, `${quittance.value.number}-quittance-${month}`, definition));
}

const acceptedOf = <T>(results: readonly Result<T>[]): T[] =>
  results.flatMap((result) => (result.ok ? [result.value] : []));

/**
 * The notices of all leases of this office that are asked for anything in a month, or the `quittances` of all that have
 * settled it, two to a page. Refuses a month in which there is none.
 */
export async function printMonth(
  call: Call,
  { month, paper }: InputOf<"rental.printMonth">,
): Promise<Result<FileOutput>> {
  const { reader, code: office } = call.office;
  const premises = premisesById(reader, office);
  const questions = listBookedRecords(reader, { office }).map(
    (record): SlipQuestion => ({ record, premises, month, today: call.today() }),
  );
  const context = paperContext(call);
  const name = `${office}-${paper === "notices" ? "avis" : "quittances"}-${month}`;
  const none = refuse("rental.nothingThere", { field: "month" });
  if (paper === "quittances") {
    const quittances = acceptedOf(questions.map(quittanceOf));
    if (quittances.length === 0) return none;
    return accept(await pdfFile(call.world, name, rentQuittances({ ...context, quittances }, 2)));
  }
  const notices = acceptedOf(questions.map(noticeOf)).filter(asksAnything);
  if (notices.length === 0) return none;
  return accept(await pdfFile(call.world, name, rentNotices({ ...context, notices }, 2)));
}

/** Refuses a tenant who owes nothing today. */
export async function printReminder(
  call: Call,
  { leaseId, kind }: InputOf<"rental.printReminder">,
): Promise<Result<FileOutput>> {
  const found = findRecord(call, leaseId, "leaseId");
  if (!found.ok) return found;
  const { number, tenant, premises, charges } = fileOf(call, found.value.reader, found.value.record);
  const today = call.today();
  const unpaid = charges.filter(({ left, dueOn }) => left > 0 && dueOn <= today);
  if (unpaid.length === 0) return refuse("rental.nothingLate", { field: "leaseId" });
  const definition = reminderLetter({
    ...contextOf(call, found.value),
    ...{ kind, number, premises, unpaid },
    tenantName: tenant.name,
    guarantorName: tenant.guarantorName,
    payBefore: addDays(today, DAYS_TO_PAY[kind]),
  });
  return accept(
    await pdfFile(call.world, `${number}-rappel-${kind === "first" ? 1 : 2}-${today}`, definition),
  );
}

export async function printStatement(
  call: Call,
  input: InputOf<"rental.printStatement">,
): Promise<Result<FileOutput>> {
  const account = statement(call, input);
  if (!account.ok) return account;
  const found = findRecord(call, input.leaseId, "leaseId");
  if (!found.ok) return found;
  const { reader, record } = found.value;
  const all = premisesById(reader, record.lease.office);
  const { number, tenantName, premises } = headOf(record, all, call.today());
  const definition = tenantStatement({
    ...contextOf(call, found.value),
    ...{ number, tenantName, premises, from: input.from, to: input.to },
    ...account.value,
  });
  return accept(await pdfFile(call.world, `${number}-releve-${input.to}`, definition));
}

/** An inspection to sign; one without items is a sheet to fill in by hand. */
export async function printInspection(
  call: Call,
  { leaseId, id }: InputOf<"rental.printInspection">,
): Promise<Result<FileOutput>> {
  const found = findRecord(call, leaseId, "leaseId");
  if (!found.ok) return found;
  const { reader, record } = found.value;
  const { number, office, tenantName, inspections, readings } = fileOf(call, reader, record);
  const inspection = inspections.find((one) => one.id === id);
  if (inspection === undefined) return refuse("rental.inspectionUnknown", { field: "id" });
  const { premisesId, on, kind, keys, items, remarks } = inspection;
  const premises = premisesById(reader, office).get(premisesId);
  const entry = inspections.findLast(
    (one) => one.kind === "entry" && one.premisesId === premisesId && one.on <= on && one.id !== id,
  );
  const numbers = { power: premises?.powerMeter ?? "", water: premises?.waterMeter ?? "" };
  const indexOf = (meter: "power" | "water") =>
    readings.findLast((one) => one.premisesId === premisesId && one.meter === meter && one.readOn === on)
      ?.index ?? null;
  const definition = inspectionSheet({
    ...contextOf(call, found.value),
    ...{ number, tenantName, kind, keys, items, remarks, inspectedOn: on },
    premises: { code: premises?.code ?? "", kind: premises?.kind ?? "other" },
    atEntry: kind === "exit" ? (entry?.items ?? []) : [],
    meters: (["power", "water"] as const)
      .map((meter) => ({ meter, number: numbers[meter], index: indexOf(meter) }))
      .filter((one) => one.number !== "" || one.index !== null),
  });
  return accept(await pdfFile(call.world, `${number}-etat-des-lieux-${on}`, definition));
}
