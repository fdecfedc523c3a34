import { useTranslation } from "react-i18next";
import type { PolicyFile } from "../../../../src/contract/insurancePolicies.ts";
import { Day } from "../../../ui/Day.tsx";

/** The last day of the waiting time; a plan without one ends it before it begins. */
export function WaitingEnd({ file }: { readonly file: PolicyFile }) {
  const { t } = useTranslation("insurance");
  const { waitingUntil, policy } = file;
  if (waitingUntil !== null && waitingUntil < policy.effectiveOn) return t("policy.noWaiting");
  return <Day iso={waitingUntil} />;
}
