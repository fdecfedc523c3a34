import { Button, Group, SegmentedControl, Stack } from "@mantine/core";
import { IconCertificate, IconClipboardText } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import { AssessmentKind } from "../../../../src/contract/literacyTerms.ts";
import type { CohortFile, CohortResults } from "../../../../src/contract/literacyViews.ts";
import { useAsk } from "../../../lib/calls.ts";
import { useMayHere } from "../../../lib/useMayHere.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { ExportMenu } from "../../../ui/ExportMenu.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { PrintButton } from "../../../ui/PrintButton.tsx";
import { cohortPath } from "../places.ts";
import { IssueDialog } from "./IssueDialog.tsx";
import { Marking } from "./Marking.tsx";
import { Outcomes } from "./Outcomes.tsx";

const VIEWS = ["outcomes", ...AssessmentKind.options] as const;
type View = (typeof VIEWS)[number];

const viewIn = (address: URLSearchParams): View =>
  VIEWS.find((view) => view === address.get("view")) ?? "outcomes";

/** A class' assessments: marking grids, what they come to, certificates. */
export function ResultsPage() {
  const { t } = useTranslation("literacy");
  const { id = "" } = useParams();
  const file = useAsk("literacy.cohort", { id });
  const results = useAsk("literacy.results", { cohortId: id });
  return (
    <Page
      wide
      title={file.data?.details.name ?? t("results.title")}
      subtitle={file.data === undefined ? t("results.title") : <PassLine file={file.data} />}
      back={{ to: cohortPath(id), label: t("results.back") }}
      action={
        file.data !== undefined &&
        results.data !== undefined && <Actions file={file.data} results={results.data} />
      }
    >
      <Asked of={file}>
        {(found) => <Asked of={results}>{(asked) => <Views file={found} results={asked} />}</Asked>}
      </Asked>
    </Page>
  );
}

function PassLine({ file }: { readonly file: CohortFile }) {
  const { t } = useTranslation("literacy");
  const { name, pass } = file.programme;
  return (
    <>
      {name}. {t("programmes.passLine", pass)}
    </>
  );
}

interface PartProps {
  readonly file: CohortFile;
  readonly results: CohortResults;
}

function Views({ file, results }: PartProps) {
  const { t } = useTranslation("literacy");
  const [address, setAddress] = useSearchParams();
  const view = viewIn(address);
  const isReadOnly = !useMayHere("literacy.enter", file.office);
  const mayPrint = useMayHere("literacy.manage", file.office);
  const isBlank = results.learners.every(({ assessments }) => assessments.length === 0);
  const choice = (
    <SegmentedControl
      aria-label={t("results.views.label")}
      style={{ alignSelf: "flex-start" }}
      data={VIEWS.map((value) => ({
        value,
        label: value === "outcomes" ? t("results.views.outcomes") : t(`assessmentKinds.${value}`),
      }))}
      value={view}
      onChange={(value) => setAddress(value === "outcomes" ? {} : { view: value }, { replace: true })}
    />
  );
  if (view !== "outcomes")
    return <Marking key={view} results={results} kind={view} isReadOnly={isReadOnly} choice={choice} />;
  return (
    <Stack gap="md">
      {choice}
      {isBlank ? (
        <Empty icon={IconClipboardText} title={t("results.empty")} text={t("results.emptyText")} />
      ) : (
        <Panel>
          <Outcomes results={results} file={file} mayPrint={mayPrint} />
        </Panel>
      )}
    </Stack>
  );
}

/** Certificates for who passed, and the papers of the class. */
function Actions({ file, results }: PartProps) {
  const { t } = useTranslation("literacy");
  const [issuing, setIssuing] = useState(false);
  const mayManage = useMayHere("literacy.manage", file.office);
  const passed = results.learners.filter(({ outcome }) => outcome?.passed);
  const due = passed.filter(({ certificate }) => certificate === null);
  const issued = results.learners.flatMap(({ certificate }) =>
    certificate === null ? [] : [certificate.id],
  );
  const { startsOn, endsOn } = file.details;
  return (
    <Group gap="sm" justify="flex-end">
      <ExportMenu
        operation="literacy.exportList"
        input={{ list: "results", cohortId: file.id, from: startsOn, to: endsOn }}
        codebook="results"
        disabled={results.learners.length === 0}
      />
      {passed.length > 0 && (
        <PrintButton
          operation="literacy.printPassed"
          input={{ cohortId: file.id }}
          label={t("results.printPassed")}
        />
      )}
      {mayManage && issued.length > 0 && (
        <PrintButton
          operation="literacy.printCertificates"
          input={{ ids: issued }}
          label={t("results.printCertificates", { count: issued.length })}
          variant={due.length === 0 ? "filled" : "default"}
        />
      )}
      {mayManage && due.length > 0 && (
        <Button leftSection={<IconCertificate size={18} aria-hidden />} onClick={() => setIssuing(true)}>
          {t("results.issue", { count: due.length })}
        </Button>
      )}
      {issuing && <IssueDialog cohortId={file.id} due={due} onClose={() => setIssuing(false)} />}
    </Group>
  );
}
