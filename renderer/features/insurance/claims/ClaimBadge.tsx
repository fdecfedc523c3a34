import { useTranslation } from "react-i18next";
import type { ClaimOutcome, ClaimState } from "../../../../src/contract/insuranceTerms.ts";
import { outcomeText } from "../../../../src/contract/texts/cutText.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import looks from "../../../ui/StatusBadge.module.css";

const LOOK = {
  draft: "new",
  submitted: "grace",
  checked: "grace",
  referred: "grace",
  decided: "current",
  paid: "current",
  closed: "left",
} as const;

interface ClaimBadgeProps {
  readonly state: ClaimState;
  readonly outcome: ClaimOutcome | null;
}

/** Where a claim stands as word, colour and shape; a decided one by what was decided. */
export function ClaimBadge({ state, outcome }: ClaimBadgeProps) {
  const { t } = useTranslation("insurance");
  const language = useLanguage();
  const isDecided = state === "decided" && outcome !== null;
  const look = isDecided && outcome === "rejected" ? "expired" : LOOK[state];
  return (
    <span className={`${looks.badge} ${looks[look]}`}>
      {isDecided ? outcomeText(language, outcome) : t(`claimStates.${state}`)}
    </span>
  );
}
