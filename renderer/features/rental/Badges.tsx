import { useTranslation } from "react-i18next";
import type { ChargeState } from "../../../src/contract/rentalTerms.ts";
import type { LeaseState, PremisesState } from "../../../src/contract/rentalViews.ts";
import looks from "../../ui/StatusBadge.module.css";

const PREMISES = { let: "current", arrears: "expired", vacant: "new", retired: "left" } as const;
const LEASE = { upcoming: "new", running: "current", ended: "left" } as const;
const CHARGE = { settled: "current", part: "grace", due: "grace", late: "expired", coming: "new" } as const;

/** Whether premises are let, as word, colour and shape. */
export function PremisesBadge({ state }: { readonly state: PremisesState }) {
  const { t } = useTranslation("rental");
  return <span className={`${looks.badge} ${looks[PREMISES[state]]}`}>{t(`premisesStates.${state}`)}</span>;
}

/** A lease's state as word, colour and shape. */
export function LeaseBadge({ state }: { readonly state: LeaseState }) {
  const { t } = useTranslation("rental");
  return <span className={`${looks.badge} ${looks[LEASE[state]]}`}>{t(`leaseStates.${state}`)}</span>;
}

/** How a charge stands, as word, colour and shape. */
export function ChargeBadge({ state }: { readonly state: ChargeState }) {
  const { t } = useTranslation("rental");
  return <span className={`${looks.badge} ${looks[CHARGE[state]]}`}>{t(`chargeStates.${state}`)}</span>;
}
