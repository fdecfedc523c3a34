import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { showPhone } from "../../../../src/domain/phone.ts";
import { Day } from "../../../ui/Day.tsx";
import { Name, Private } from "../../../ui/Name.tsx";
import type { TableColumn } from "../../../ui/tableColumns.ts";
import classes from "./Booklet.module.css";
import type { CheckupRow } from "./byUrgency.ts";
import { CheckupBadge } from "./CheckupBadge.tsx";
import type { Picked } from "./MemberPick.tsx";

/** @param onPick takes her into the entry above; null for whoever only reads */
export function useCheckupColumns(onPick: ((member: Picked) => void) | null): TableColumn<CheckupRow>[] {
  const { t } = useTranslation("insurance");
  // At 125 % zoom a column steps aside: what was last tells what is due.
  const narrow = useMediaQuery("(max-width: 75em)") ?? false;
  return useMemo(() => {
    const note: TableColumn<CheckupRow> = {
      id: "note",
      heading: t("columns.action"),
      width: "6rem",
      align: "right",
      cell: (row) => (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t("booklet.noteOf", { number: row.memberNumber })}
          onClick={() => onPick?.({ ...row, id: row.memberId, number: row.memberNumber })}
        >
          {t("booklet.note")}
        </Button>
      ),
    };
    const due: TableColumn<CheckupRow> = {
      id: "due",
      heading: t("booklet.dueOn"),
      width: "7.6rem",
      cell: (row) => <Day iso={row.dueOn} />,
    };
    return [
      {
        id: "name",
        heading: t("columns.name"),
        width: "minmax(10.5rem, 2fr)",
        cell: (row) => (
          <Link to={`/members/${row.memberId}?tab=booklet`} className={classes.link}>
            <Name surname={row.surname} firstNames={row.firstNames} />
          </Link>
        ),
      },
      {
        id: "number",
        heading: t("booklet.memberNumber"),
        width: "8rem",
        cell: (row) => <span className="numerals">{row.memberNumber}</span>,
      },
      {
        id: "phone",
        heading: t("columns.phone"),
        width: "8rem",
        cell: (row) => (
          <span className="numerals">
            <Private>{showPhone(row.phone)}</Private>
          </span>
        ),
      },
      {
        id: "last",
        heading: t("booklet.lastOn"),
        width: "8.4rem",
        cell: (row) => <Day iso={row.lastOn} />,
      },
      ...(narrow ? [] : [due]),
      {
        id: "state",
        heading: t("columns.state"),
        width: "8.6rem",
        cell: (row) => <CheckupBadge state={row.state} />,
      },
      ...(onPick ? [note] : []),
    ];
  }, [t, onPick, narrow]);
}
