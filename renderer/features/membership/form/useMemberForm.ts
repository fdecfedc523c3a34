import { useTranslation } from "react-i18next";
import type { CalendarDate, Language } from "../../../../src/contract/primitives.ts";
import { type DraftForm, useDraftForm } from "../../../lib/drafts.ts";
import { useLanguage, useRefusalText } from "../../../lib/refusals.ts";
import { type MemberFormValues, memberErrors } from "./memberForm.ts";

export interface MemberDraft extends DraftForm<MemberFormValues> {
  readonly language: Language;
}

/** The member's form with its checks, kept as a draft under `key`. */
export function useMemberForm(key: string, initial: MemberFormValues, today: CalendarDate): MemberDraft {
  const { t } = useTranslation("membership");
  const language = useLanguage();
  const refusal = useRefusalText();
  const sentences = {
    refusal,
    dateUnreadable: t("form.dateUnreadable"),
    birthUnreadable: t("birth.unreadable"),
  };
  const draft = useDraftForm<MemberFormValues>(key, initial, (values) =>
    memberErrors(values, today, language, sentences),
  );
  return { ...draft, language };
}
