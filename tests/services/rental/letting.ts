import { v7 } from "uuid";
import type { InputOf, OperationName } from "../../../src/contract/index.ts";
import type { LeaseTerms, PremisesDetails, TenantDetails } from "../../../src/contract/rentalTerms.ts";
import type { LeaseFile, Premises } from "../../../src/contract/rentalViews.ts";
import type { TestOffice } from "../../support/office.ts";

/** Premises, tenants and leases as a secretary enters them. */

export const CASH = { method: "cash", reference: "" } as const;

export function premisesDetails(changes: Partial<PremisesDetails> = {}): PremisesDetails {
  return {
    code: "B-01",
    kind: "shop",
    address: "Marché central",
    surface: 18,
    waterMeter: "E-4471",
    powerMeter: "C-0912",
    condition: "good",
    guideRent: 30_000,
    notes: "",
    ...changes,
  };
}

export function tenantDetails(changes: Partial<TenantDetails> = {}): TenantDetails {
  return {
    kind: "person",
    name: "Sékou Berthé",
    phone: "76 45 12 30",
    paperKind: "nina",
    paperNumber: "19001234567",
    guarantorName: "Modibo Berthé",
    guarantorPhone: "66 10 20 30",
    notes: "",
    ...changes,
  };
}

/** Enters premises of this name. */
export function addPremises(
  office: TestOffice,
  code: string,
  changes: Partial<PremisesDetails> = {},
): Promise<Premises> {
  return office.must("rental.savePremises", { id: v7(), details: premisesDetails({ code, ...changes }) });
}

export function leaseTerms(
  premises: readonly Pick<Premises, "id">[],
  changes: Partial<LeaseTerms> = {},
): LeaseTerms {
  const rent = changes.rent ?? 30_000;
  return {
    premises: premises.map(({ id }, index) => ({ premisesId: id, share: index === 0 ? rent : 0 })),
    startsOn: "2026-09-01",
    endsOn: "2027-08-31",
    period: "month",
    rent,
    dueDay: 5,
    charges: { kind: "none" },
    deposit: 60_000,
    noticeMonths: 3,
    penalty: { kind: "none" },
    ...changes,
  };
}

type Signing = InputOf<"rental.signLease">;

/** A new tenant's lease of premises. */
export function signing(
  premises: readonly Pick<Premises, "id">[],
  changes: Partial<LeaseTerms> = {},
  tenant: Partial<TenantDetails> = {},
): Signing {
  return {
    id: v7(),
    tenantId: v7(),
    tenant: tenantDetails(tenant),
    terms: leaseTerms(premises, changes),
  };
}

let shops = 0;

/** Premises of their own, let since September at 30,000 francs a month due on the 5th. */
export async function letShop(
  office: TestOffice,
  changes: Partial<LeaseTerms> = {},
  tenant: Partial<TenantDetails> = {},
): Promise<LeaseFile> {
  shops += 1;
  const premises = await addPremises(office, `L-${shops}`);
  return office.must("rental.signLease", signing([premises], changes, tenant));
}

export function paying(leaseId: string, amount: number, receivedOn: string): InputOf<"rental.recordPayment"> {
  return { id: v7(), leaseId, receivedOn, amount, ...CASH };
}

export async function pay(office: TestOffice, leaseId: string, amount: number, receivedOn: string) {
  return office.must("rental.recordPayment", paying(leaseId, amount, receivedOn));
}

export async function deposit(office: TestOffice, leaseId: string, amount: number, receivedOn: string) {
  return office.must("rental.receiveDeposit", { id: v7(), leaseId, receivedOn, amount, ...CASH });
}

export async function terminate(office: TestOffice, id: string, on: string): Promise<LeaseFile> {
  return office.must("rental.terminateLease", { id, on, reason: "agreement", note: "" });
}

/** The lease as the screen shows it. */
export function read(office: TestOffice, id: string): Promise<LeaseFile> {
  return office.must("rental.lease", { id });
}

/** `rent:2026-09 settled 30000/30000` for each charge. */
export function chargeWords({ charges }: LeaseFile): string[] {
  return charges.map(({ key, state, paid, amount }) => `${key} ${state} ${paid}/${amount}`);
}

/** What every voucher of an office says, in the order of numbers. */
export function voucherWords(office: TestOffice): string[] {
  return office.call.office.reader
    .all("SELECT dated_on, direction, account, amount FROM voucher ORDER BY year, counter")
    .map((row) => `${row.dated_on} ${row.direction} ${row.account} ${row.amount}`);
}

/** Asks the same request twice. @returns both answers */
export async function twice<N extends OperationName>(
  office: TestOffice,
  name: N,
  input: InputOf<N>,
): Promise<[unknown, unknown]> {
  return [await office.must(name, input), await office.must(name, input)];
}
