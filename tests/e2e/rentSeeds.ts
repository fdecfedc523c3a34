import { v7 } from "uuid";
import type { PremisesDetails, TenantDetails } from "../../src/contract/rentalTerms.ts";
import { addMonths } from "../../src/domain/calendar.ts";
import type { Line } from "../loopback/openLine.ts";
import { must } from "./support/seeding.ts";

/** A shop that is let, with what its tenant has paid so far. */
export interface SeededLease {
  readonly code: string;
  readonly tenant: string;
  readonly phone: string;
  readonly rent: number;
  readonly guarantor?: string;
  /** Francs, oldest first, all received today. */
  readonly paid: readonly number[];
}

/** Of half a year ago; the first of a month. */
export function rentStart(today: string): string {
  return `${addMonths(`${today.slice(0, 7)}-01`, -5)}`;
}

/** Five months and the running one are due. */
export const MONTHS_DUE = 6;

export const LEASES: readonly SeededLease[] = [
  { code: "B-01", tenant: "Oumar Sanogo", phone: "+22376112233", rent: 25_000, paid: [150_000] },
  { code: "B-02", tenant: "Kadidia Berthé", phone: "+22365443322", rent: 30_000, paid: [150_000] },
  {
    code: "B-03",
    tenant: "Société Kénédougou Textiles",
    phone: "+22370998877",
    rent: 125_000,
    guarantor: "Issa Dembélé",
    paid: [250_000, 60_000],
  },
  { code: "B-04", tenant: "Awa Coulibaly", phone: "+22379001122", rent: 20_000, paid: [20_000] },
  { code: "B-05", tenant: "Mamadou Konaté", phone: "+22366778899", rent: 15_000, paid: [75_000, 5_000] },
  { code: "E-01", tenant: "Ramata Traoré", phone: "+22377665544", rent: 5_000, paid: [30_000, 10_000] },
];

const TENANT: Omit<TenantDetails, "name" | "phone"> = {
  kind: "person",
  paperKind: null,
  paperNumber: "",
  guarantorName: "",
  guarantorPhone: "",
  notes: "",
};

function premisesOf({ code, rent }: Pick<SeededLease, "code" | "rent">): PremisesDetails {
  return {
    code,
    kind: code.startsWith("E") ? "stall" : "shop",
    address: "Marché central",
    surface: 12,
    waterMeter: "",
    powerMeter: "",
    condition: "good",
    guideRent: rent,
    notes: "",
  };
}

async function letBy({ client }: Line, seed: SeededLease, startsOn: string): Promise<string> {
  const [premisesId, leaseId] = [v7(), v7()];
  must(await client.rental.savePremises({ id: premisesId, details: premisesOf(seed) }));
  const tenant: TenantDetails = {
    ...TENANT,
    name: seed.tenant,
    phone: seed.phone,
    ...(seed.guarantor ? { guarantorName: seed.guarantor, guarantorPhone: "+22376554433" } : {}),
  };
  const terms = {
    premises: [{ premisesId, share: seed.rent }],
    startsOn,
    endsOn: null,
    period: "month" as const,
    rent: seed.rent,
    dueDay: 1,
    charges: { kind: "none" as const },
    deposit: 0,
    noticeMonths: 1,
    penalty: { kind: "none" as const },
  };
  must(await client.rental.signLease({ id: leaseId, tenantId: v7(), tenant, terms }));
  return leaseId;
}

/** Shops, tenants, leases since half a year and what was paid; one more shop is vacant. */
export async function seedRents(line: Line, today: string): Promise<void> {
  const { client } = line;
  for (const seed of LEASES) {
    const leaseId = await letBy(line, seed, rentStart(today));
    for (const amount of seed.paid)
      must(
        await client.rental.recordPayment({
          id: v7(),
          leaseId,
          receivedOn: today,
          amount,
          method: "cash",
          reference: "",
        }),
      );
  }
  must(await client.rental.savePremises({ id: v7(), details: premisesOf({ code: "B-06", rent: 20_000 }) }));
}
