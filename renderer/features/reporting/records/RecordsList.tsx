import { IconListSearch } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Indicator } from "../../../../src/domain/reporting/indicator.ts";
import { showShown } from "../../../lib/figuresShown.ts";
import { usePages } from "../../../lib/pages.ts";
import { refusalIn, useLanguage } from "../../../lib/refusals.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { VirtualTable } from "../../../ui/VirtualTable.tsx";
import { type FigureKey, recordPage } from "../addresses.ts";
import { useWordOf } from "../indicatorWords.ts";
import classes from "./Records.module.css";
import { recordColumns } from "./recordColumns.tsx";

interface RecordsListProps {
  readonly figure: FigureKey;
  readonly indicator: Indicator;
}

/** The figure, what it counts, and its records with the way to each one's page. */
export function RecordsList({ figure, indicator }: RecordsListProps) {
  const { t } = useTranslation("reporting");
  const language = useLanguage();
  const wordOf = useWordOf();
  const navigate = useNavigate();
  const { office, ...asked } = figure;
  const pages = usePages("reporting.records", office === undefined ? asked : { ...asked, office });
  const withOffice = office === "all";
  const columns = useMemo(
    () => recordColumns({ indicator, t, language, withOffice }),
    [indicator, t, language, withOffice],
  );
  if (pages.error) {
    return (
      <div>
        <RefusalNotice refusal={refusalIn(pages.error)} />
      </div>
    );
  }
  const { first } = pages;
  const sum =
    first === undefined ? "" : showShown({ value: first.figure, masked: false }, indicator.unit, language);
  return (
    <div className={classes.sheet}>
      <div className={classes.head}>
        <div className={`${classes.figure} numerals`}>{sum}</div>
        <p className={classes.definition}>
          {wordOf(indicator.definition)} {indicator.nature === "rate" && t("records.rate")}
        </p>
      </div>
      {first !== undefined && first.records === 0 ? (
        <Empty icon={IconListSearch} title={t("records.empty")} text={t("records.emptyText")} />
      ) : (
        <VirtualTable
          label={t("records.title")}
          columns={columns}
          count={pages.total}
          rowAt={pages.rowAt}
          onShow={pages.show}
          onOpen={({ link }) =>
            link !== null && first !== undefined && void navigate(recordPage(link, first.span, office))
          }
          rowHeight={40}
          foot={<span>{t("records.sum", { sum })}</span>}
        />
      )}
    </div>
  );
}
