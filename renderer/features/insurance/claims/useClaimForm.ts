import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClaimCover } from "../../../../src/contract/insuranceClaims.ts";
import { useAsk } from "../../../lib/calls.ts";
import { type DraftForm, useDraftForm } from "../../../lib/drafts.ts";
import { useRefusalText } from "../../../lib/refusals.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { readTypedDay } from "../../../lib/typedDay.ts";
import { type ClaimFormValues, claimErrors } from "./claimForm.ts";

export interface ClaimDraft extends DraftForm<ClaimFormValues> {
  readonly today: string;
  /** Of the member on the day of care; undefined until they are known. */
  readonly covers: readonly ClaimCover[] | undefined;
  /** The policy that the claim is for. */
  readonly cover: ClaimCover | undefined;
}

/** The claim's form with its checks and the member's policies, kept as a draft under `key`. */
export function useClaimForm(key: string, initial: ClaimFormValues): ClaimDraft {
  const { t } = useTranslation("claims");
  const refusal = useRefusalText();
  const [today] = useState(todayNow);
  const say = { refusal, dateUnreadable: t("form.dateUnreadable"), noLine: t("form.noLine") };
  const draft = useDraftForm<ClaimFormValues>(key, initial, (values) => claimErrors(values, today, say));
  const { member, policyId, careOn } = draft.form.values;
  const day = readTypedDay(careOn, today);
  const covers = useAsk(
    "insurance.claimCovers",
    { memberId: member?.id ?? "", careOn: day.kind === "day" ? day.day : today },
    { enabled: member !== null, keepPrevious: true },
  );
  const known = member === null || covers.isPlaceholderData ? undefined : covers.data;
  const shown = member === null ? undefined : covers.data;
  const cover = shown?.find((one) => one.policyId === policyId) ?? shown?.[0];
  return { ...draft, today, covers: known, cover };
}
