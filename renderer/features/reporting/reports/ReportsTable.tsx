import { Anchor, Button, Table } from "@mantine/core";
import { IconBuilding, IconCircleCheck, IconFileDiff } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { OfficeScope } from "../../../../src/contract/primitives.ts";
import type { IssuedReport } from "../../../../src/contract/reportingViews.ts";
import { useOfficeName } from "../../../lib/offices.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Day } from "../../../ui/Day.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { PrintButton } from "../../../ui/PrintButton.tsx";
import { usePeriodName } from "../period/periodWords.ts";
import { useFiscalStart } from "../period/usePeriod.ts";
import classes from "./Reports.module.css";
import { isOfSeveral, issuedAddress, standingOf } from "./reportsView.ts";
import { useKindName } from "./reportWords.ts";
import { WorkbookButton } from "./WorkbookButton.tsx";

/** So many lines at first; a year of one office and more. */
const AT_FIRST = 40;

interface ReportsTableProps {
  readonly reports: readonly IssuedReport[];
  readonly office: OfficeScope | undefined;
}

/** Issued reports, the newest first, each with its paper and its workbook. */
export function ReportsTable({ reports, office }: ReportsTableProps) {
  const { t } = useTranslation("reports");
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? reports : reports.slice(0, AT_FIRST);
  return (
    <Panel>
      <Table className={classes.list ?? ""} verticalSpacing={5} horizontalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("list.number")}</Table.Th>
            <Table.Th>{t("list.report")}</Table.Th>
            <Table.Th>{t("list.period")}</Table.Th>
            <Table.Th>{t("list.issuedOn")}</Table.Th>
            <Table.Th>{t(isOfSeveral(office) ? "list.office" : "list.issuedBy")}</Table.Th>
            <Table.Th>{t("list.standing")}</Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((report) => (
            <ReportRow key={report.id} report={report} withOffice={isOfSeveral(office)} />
          ))}
        </Table.Tbody>
      </Table>
      {shown.length < reports.length && (
        <Button variant="subtle" mt="sm" onClick={() => setWhole(true)}>
          {t("list.more", { count: reports.length - shown.length })}
        </Button>
      )}
    </Panel>
  );
}

interface ReportRowProps {
  readonly report: IssuedReport;
  readonly withOffice: boolean;
}

function ReportRow({ report, withOffice }: ReportRowProps) {
  const { t } = useTranslation("reports");
  const officeName = useOfficeName();
  const kindName = useKindName();
  const nameOf = usePeriodName(useFiscalStart());
  const mayExport = useMay("reporting.export");
  const { id, number } = report;
  return (
    <Table.Tr>
      <Table.Td className="numerals">
        <Anchor component={Link} to={issuedAddress(id)} inherit fw={600}>
          {number}
        </Anchor>
      </Table.Td>
      <Table.Td className={classes.kind ?? ""}>{kindName(report)}</Table.Td>
      <Table.Td>{nameOf(report.period)}</Table.Td>
      <Table.Td className="numerals">
        <Day iso={report.issuedOn} />
      </Table.Td>
      <Table.Td>{withOffice ? officeName(report.office) : report.issuedBy || t("list.notTold")}</Table.Td>
      <Table.Td>
        <StandingNote report={report} />
      </Table.Td>
      <Table.Td>
        <div className={classes.actions}>
          {report.kept && (
            <PrintButton
              operation="reporting.print"
              input={{ id }}
              label={t("list.print")}
              about={t("list.printOf", { number })}
              variant="subtle"
              size="compact-sm"
            />
          )}
          {mayExport && <WorkbookButton report={report} variant="subtle" size="compact-sm" />}
        </div>
      </Table.Td>
    </Table.Tr>
  );
}

const SIGNS = { inForce: IconCircleCheck, rectified: IconFileDiff, elsewhere: IconBuilding } as const;

/** Whether the report stands, what stands for it, or that its paper lies with the office. */
export function StandingNote({ report }: { readonly report: IssuedReport }) {
  const { t } = useTranslation("reports");
  const standing = standingOf(report);
  const Sign = SIGNS[standing];
  return (
    <span className={`${classes.standing} ${standing === "rectified" ? classes.rectified : ""}`}>
      <Sign size={16} aria-hidden />
      {standing === "rectified"
        ? t("standing.rectified", { number: report.rectifiedBy })
        : t(`standing.${standing}`)}
    </span>
  );
}
