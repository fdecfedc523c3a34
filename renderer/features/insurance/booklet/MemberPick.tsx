import type { RefObject } from "react";
import { useTranslation } from "react-i18next";
import { MemberPick as Pick, type PickedMember } from "../../../ui/MemberPick.tsx";

export type Picked = PickedMember;

interface MemberPickProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly picked: Picked | null;
  readonly onPick: (member: Picked | null) => void;
  readonly error: string | null;
}

/** The member whom an entry of the insurance is about. */
export function MemberPick({ field, picked, onPick, error }: MemberPickProps) {
  const { t } = useTranslation("insurance");
  return (
    <Pick
      ref={field}
      label={t("booklet.member")}
      placeholder={t("filters.search")}
      nobody={t("booklet.nobody")}
      required
      picked={picked}
      onPick={onPick}
      error={error}
    />
  );
}
