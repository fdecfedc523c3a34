import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OfficeScope } from "../../../../src/contract/primitives.ts";
import { useAsk } from "../../../lib/calls.ts";
import { showCount } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import classes from "./Claims.module.css";
import { CLAIM_LISTS, type ClaimList, statesOf, WAITING } from "./claimView.ts";

interface ClaimListsProps {
  readonly list: ClaimList;
  readonly office: OfficeScope | undefined;
  readonly onChange: (list: ClaimList) => void;
}

/** The lists of the work, with how many claims wait in each. */
export function ClaimLists({ list, office, onChange }: ClaimListsProps) {
  const { t } = useTranslation("claims");
  return (
    <SegmentedControl
      aria-label={t("lists.label")}
      data={CLAIM_LISTS.map((one) => ({
        value: one,
        label: (
          <>
            {t(`lists.${one}`)}
            {WAITING.some((waiting) => waiting === one) && <HowMany list={one} office={office} />}
          </>
        ),
      }))}
      value={list}
      onChange={(chosen) => onChange(CLAIM_LISTS.find((one) => one === chosen) ?? list)}
    />
  );
}

function HowMany({ list, office }: Omit<ClaimListsProps, "onChange">) {
  const language = useLanguage();
  const scope = office === undefined ? {} : { office };
  const { data } = useAsk("insurance.claims", { states: statesOf(list), ...scope, offset: 0, limit: 1 });
  if (!data || data.total === 0) return null;
  return <span className={`${classes.count} numerals`}>{showCount(data.total, language)}</span>;
}
