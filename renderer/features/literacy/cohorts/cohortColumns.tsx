import type { TFunction } from "i18next";
import type { CohortRow } from "../../../../src/contract/literacyViews.ts";
import type { Language } from "../../../../src/contract/primitives.ts";
import type { TableColumn } from "../../../ui/tableColumns.ts";
import { CohortBadge } from "../Badges.tsx";
import { showRate } from "../figuresShown.ts";
import classes from "./Cohorts.module.css";

type Words = TFunction<"literacy">;

/** The columns of the list of classes. */
export function cohortColumns(t: Words, language: Language, withOffice: boolean): TableColumn<CohortRow>[] {
  const office: TableColumn<CohortRow> = {
    id: "office",
    heading: t("columns.office"),
    width: "4.6rem",
    cell: (row) => <span className="numerals">{row.office}</span>,
  };
  return [
    {
      id: "number",
      heading: t("columns.number"),
      width: "7rem",
      cell: (row) => <span className="numerals">{row.number}</span>,
    },
    ...(withOffice ? [office] : []),
    {
      id: "name",
      heading: t("columns.name"),
      width: "minmax(11rem, 2fr)",
      cell: (row) => (
        <>
          <div className={classes.name}>{row.details.name}</div>
          <div className={classes.soft}>{row.programmeName}</div>
        </>
      ),
    },
    {
      id: "place",
      heading: t("columns.place"),
      width: "minmax(7rem, 1.2fr)",
      cell: (row) => row.details.place,
    },
    {
      id: "trainer",
      heading: t("columns.trainer"),
      width: "minmax(7rem, 1fr)",
      cell: (row) => row.trainerName || <span className={classes.soft}>{t("cohorts.noTrainer")}</span>,
    },
    {
      id: "state",
      heading: t("columns.state"),
      width: "6.8rem",
      cell: (row) => <CohortBadge state={row.state} />,
    },
    {
      id: "learners",
      heading: t("columns.learners"),
      width: "6.6rem",
      align: "right",
      cell: (row) => (
        <>
          <div>{t("cohort.placesText", { attending: row.attending, capacity: row.details.capacity })}</div>
          {row.waiting > 0 && (
            <div className={classes.soft}>{t("cohorts.waiting", { count: row.waiting })}</div>
          )}
        </>
      ),
    },
    {
      id: "attendance",
      heading: t("columns.attendance"),
      width: "5.6rem",
      align: "right",
      cell: (row) => showRate(row.attendanceRate, language),
    },
    {
      id: "warnings",
      heading: t("columns.warnings"),
      width: "5rem",
      align: "right",
      cell: (row) =>
        row.warnings === 0 ? (
          t("dash")
        ) : (
          <span className={classes.warned} title={t("cohorts.warnings", { count: row.warnings })}>
            {row.warnings}
          </span>
        ),
    },
  ];
}
