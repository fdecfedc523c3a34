import { Button, Group, Select, Stack } from "@mantine/core";
import { IconFilePlus, IconFileText } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, useSearchParams } from "react-router";
import { ReportKind } from "../../../../src/contract/reportingTerms.ts";
import { useAsk } from "../../../lib/calls.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { OfficeFilter } from "../../../ui/OfficeFilter.tsx";
import { Page } from "../../../ui/Page.tsx";
import { useOfficeInAddress } from "../../../ui/useOfficeInAddress.ts";
import { ReportingTabs } from "../ReportingTabs.tsx";
import { DuePanel } from "./DuePanel.tsx";
import { NewReportDialog } from "./NewReportDialog.tsx";
import { ReportsTable } from "./ReportsTable.tsx";
import { readKind, readReportKey, reportsOfKind, writeAddress } from "./reportsView.ts";

/** The reports that were issued, and the one that is due. */
export function ReportsPage() {
  const [address] = useSearchParams();
  // Other pages name the report that they mean; the tabs bring a period along and mean none.
  const key = readReportKey(address);
  return key === null ? <ReportList /> : <Navigate to={writeAddress(key)} replace />;
}

function ReportList() {
  const { t } = useTranslation(["reports", "reporting"]);
  const [office, setOffice] = useOfficeInAddress();
  const [kind, setKind] = useKind();
  const mayIssue = useMay("reporting.issue");
  const [isNew, setNew] = useState(false);
  const reports = useAsk("reporting.reports", office === undefined ? {} : { office }, { keepPrevious: true });
  const start = mayIssue && (
    <Button
      variant="default"
      leftSection={<IconFilePlus size={18} aria-hidden />}
      onClick={() => setNew(true)}
    >
      {t("list.new")}
    </Button>
  );
  return (
    <Page wide title={t("reporting:title")} subtitle={t("list.subtitle")} action={start}>
      <ReportingTabs />
      <Stack gap="md">
        <DuePanel />
        <Group justify="space-between" gap="xs">
          <Select
            aria-label={t("list.kind")}
            data={[
              { value: "", label: t("list.allKinds") },
              ...ReportKind.options.map((value) => ({ value, label: t(`kinds.${value}`) })),
            ]}
            value={kind ?? ""}
            onChange={(next) => setKind(next ?? "")}
            allowDeselect={false}
            w={230}
          />
          <OfficeFilter value={office} onChange={setOffice} />
        </Group>
        <Asked of={reports}>
          {(found) => {
            const shown = reportsOfKind(found, kind);
            if (shown.length > 0) return <ReportsTable reports={shown} office={office} />;
            return (
              <Empty
                icon={IconFileText}
                title={t(found.length === 0 ? "list.empty" : "list.noneOfKind")}
                text={t(found.length === 0 ? "list.emptyText" : "list.noneOfKindText")}
              />
            );
          }}
        </Asked>
      </Stack>
      {isNew && <NewReportDialog onClose={() => setNew(false)} />}
    </Page>
  );
}

/** The kind in the address; who goes back finds it. */
function useKind() {
  const [address, setAddress] = useSearchParams();
  const change = (next: string) => {
    const changed = new URLSearchParams(address);
    if (next === "") changed.delete("only");
    else changed.set("only", next);
    setAddress(changed, { replace: true });
  };
  return [readKind(address), change] as const;
}
