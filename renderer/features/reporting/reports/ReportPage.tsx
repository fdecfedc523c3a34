import { Button, Group, Stack } from "@mantine/core";
import { IconFileDiff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { OutputOf } from "../../../../src/contract/index.ts";
import { useAsk } from "../../../lib/calls.ts";
import { useOfficeName } from "../../../lib/offices.ts";
import { useMay, useOfficeIdentity } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Day } from "../../../ui/Day.tsx";
import { Fact, Facts } from "../../../ui/Fields.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { PrintButton } from "../../../ui/PrintButton.tsx";
import { Notice } from "../../../ui/RefusalNotice.tsx";
import { BudgetPanel } from "./BudgetPanel.tsx";
import { CorrectionsPanel } from "./CorrectionsPanel.tsx";
import { IssuedPart } from "./IssuedPart.tsx";
import { StandingNote } from "./ReportsTable.tsx";
import { LIST, mayBeRectified, writeAddress } from "./reportsView.ts";
import { useReportTitle } from "./reportWords.ts";
import { sectionParts } from "./sectionParts.ts";
import { WorkbookButton } from "./WorkbookButton.tsx";

type Found = OutputOf<"reporting.report">;

/** A report as it was issued, and what its figures would be today. */
export function ReportPage() {
  const { t } = useTranslation("reports");
  const { id = "" } = useParams();
  const report = useAsk("reporting.report", { id });
  if (report.data !== undefined) return <Issued found={report.data} />;
  return (
    <Page wide title={t("issued.title")} back={{ to: LIST, label: t("list.title") }}>
      <Asked of={report}>{() => null}</Asked>
    </Page>
  );
}

function Issued({ found }: { readonly found: Found }) {
  const { t } = useTranslation("reports");
  const titleOf = useReportTitle();
  const officeName = useOfficeName();
  const { report, content, corrections } = found;
  const { key, incomplete } = content;
  return (
    <Page
      wide
      title={titleOf(key)}
      subtitle={<span className="numerals">{report.number}</span>}
      back={{ to: LIST, label: t("list.title") }}
      action={<Actions found={found} />}
    >
      <Stack gap="md">
        <FactsPanel found={found} />
        {incomplete.length > 0 && (
          <Notice>
            {t("issued.incomplete", {
              count: incomplete.length,
              offices: incomplete.map(officeName).join(", "),
            })}
          </Notice>
        )}
        <CorrectionsPanel
          corrections={corrections}
          isOfEarlier={false}
          action={<RectifyButton found={found} />}
        />
        {sectionParts(content).map((part) => (
          <IssuedPart key={part.section ?? "others"} part={part} content={content} />
        ))}
        <BudgetPanel lines={content.budget} isOfAll={content.scope === "all"} />
        <CorrectionsPanel corrections={content.corrections} isOfEarlier />
      </Stack>
    </Page>
  );
}

function Actions({ found: { report } }: { readonly found: Found }) {
  const { t } = useTranslation("reports");
  const mayExport = useMay("reporting.export");
  return (
    <Group gap="sm" justify="flex-end">
      {mayExport && <WorkbookButton report={report} />}
      {report.kept && (
        <PrintButton
          operation="reporting.print"
          input={{ id: report.id }}
          label={t("list.print")}
          variant="filled"
        />
      )}
    </Group>
  );
}

function FactsPanel({ found: { report, content } }: { readonly found: Found }) {
  const { t } = useTranslation("reports");
  const officeName = useOfficeName();
  const isElsewhere = !report.kept && report.rectifiedBy !== null;
  return (
    <Panel>
      <Facts>
        <Fact name={t("list.office")}>{officeName(report.office)}</Fact>
        <Fact name={t("list.issuedOn")}>
          <Day iso={report.issuedOn} />
        </Fact>
        {report.issuedBy !== "" && <Fact name={t("list.issuedBy")}>{report.issuedBy}</Fact>}
        {content.project !== null && (
          <Fact name={t("new.project")}>
            {[content.project.name, content.project.donor].filter(Boolean).join(" · ")}
          </Fact>
        )}
        <Fact name={t("list.standing")}>
          <StandingNote report={report} />
        </Fact>
        {isElsewhere && <Fact name={t("issued.paper")}>{t("standing.elsewhere")}</Fact>}
      </Facts>
    </Panel>
  );
}

function RectifyButton({ found: { report, content, corrections } }: { readonly found: Found }) {
  const { t } = useTranslation("reports");
  const mayIssue = useMay("reporting.issue");
  const own = useOfficeIdentity()?.code;
  if (!mayIssue || !mayBeRectified(report, own) || corrections.length === 0) return null;
  return (
    <Button
      component={Link}
      to={writeAddress(content.key)}
      leftSection={<IconFileDiff size={18} aria-hidden />}
      style={{ flex: "none" }}
    >
      {t("issue.rectify")}
    </Button>
  );
}
