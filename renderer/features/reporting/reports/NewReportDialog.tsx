import { Radio, Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { ProjectCode } from "../../../../src/contract/cashbookTerms.ts";
import { type PeriodName, ReportKind } from "../../../../src/contract/reportingTerms.ts";
import { lastOver } from "../../../../src/domain/reporting/periods.ts";
import { REPORT_PLANS } from "../../../../src/domain/reporting/reportPlan.ts";
import { useAsk } from "../../../lib/calls.ts";
import { useRefusalText } from "../../../lib/refusals.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { useOfficeIdentity } from "../../../lib/useSession.ts";
import { FormDialog } from "../../../ui/FormDialog.tsx";
import { PeriodChoice } from "../period/PeriodChoice.tsx";
import { useFiscalStart } from "../period/usePeriod.ts";
import { kindsToWrite, periodFor, periodKindsOf } from "./newReport.ts";
import { writeAddress } from "./reportsView.ts";

/** Which report, of what time, for whom; its page then opens. Nothing is stored by this. */
export function NewReportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation("reports");
  const text = useRefusalText();
  const navigate = useNavigate();
  const choice = useChoice();
  const [error, setError] = useState<string | null>(null);
  const { kind, period, projects, project } = choice;
  const ofProject = REPORT_PLANS[kind].ofProject;
  const go = () => {
    if (ofProject && project === null) return setError(text({ code: "reporting.projectMissing" }));
    void navigate(writeAddress({ kind, period, project: ofProject ? project : null }));
  };
  return (
    <FormDialog
      title={t("new.title")}
      size="xl"
      submit={t("new.go")}
      closeOnClickOutside
      sending={{ go, pending: false, refusal: null }}
      onClose={onClose}
    >
      <Radio.Group
        label={t("new.kind")}
        value={kind}
        onChange={(next) => choice.setKind(ReportKind.parse(next))}
      >
        <Stack gap="xs" mt="xs">
          {choice.kinds.map((one, at) => (
            <Radio
              key={one}
              value={one}
              label={t(`kinds.${one}`)}
              description={t(`kindHints.${one}`)}
              data-autofocus={at === 0 ? true : undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
      {ofProject && (
        <Select
          label={t("new.project")}
          data={projects.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }))}
          value={project}
          onChange={(next) => {
            choice.setProject(next);
            setError(null);
          }}
          error={error}
          required
        />
      )}
      <div>
        <Text size="sm" fw={500} mb={6}>
          {t("new.period")}
        </Text>
        <PeriodChoice
          chosen={{ period, change: choice.setPeriod, today: choice.today, fiscalStart: choice.fiscalStart }}
          kinds={periodKindsOf(kind)}
        />
      </div>
    </FormDialog>
  );
}

/** What is chosen so far: at first the month that is over, as this office reports it. */
function useChoice() {
  const headquarters = useOfficeIdentity()?.headquarters ?? false;
  const fiscalStart = useFiscalStart();
  const [today] = useState(todayNow);
  const projects = useAsk("cashbook.projects", {}).data ?? [];
  const kinds = kindsToWrite({ headquarters, hasProjects: projects.length > 0 });
  const [kind, setKind] = useState<ReportKind>(headquarters ? "consolidated" : "activity");
  const [chosen, setPeriod] = useState<PeriodName>(() => lastOver("month", today, fiscalStart));
  const [project, setProject] = useState<ProjectCode | null>(null);
  const period = periodFor(kind, chosen, today, fiscalStart);
  return {
    ...{ kinds, kind, setKind, period, setPeriod, project, setProject },
    ...{ projects, today, fiscalStart },
  };
}
