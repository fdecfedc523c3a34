import { useTranslation } from "react-i18next";
import type { EnrolmentState } from "../../../src/contract/literacyTerms.ts";
import type { CohortState } from "../../../src/contract/literacyViews.ts";
import looks from "../../ui/StatusBadge.module.css";

const COHORT = { upcoming: "new", running: "current", ended: "grace", closed: "left" } as const;
const ENROLMENT = {
  waiting: "new",
  attending: "current",
  left: "left",
  moved: "left",
  finished: "left",
} as const;

/** A class' state as word, colour and shape. */
export function CohortBadge({ state }: { readonly state: CohortState }) {
  const { t } = useTranslation("literacy");
  return <span className={`${looks.badge} ${looks[COHORT[state]]}`}>{t(`cohortStates.${state}`)}</span>;
}

/** What a woman is in a class, as word, colour and shape. */
export function EnrolmentBadge({ state }: { readonly state: EnrolmentState }) {
  const { t } = useTranslation("literacy");
  return <span className={`${looks.badge} ${looks[ENROLMENT[state]]}`}>{t(`enrolmentStates.${state}`)}</span>;
}
