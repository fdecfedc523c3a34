import { Group, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { ReportKey } from "../../../../src/contract/reportingTerms.ts";
import type { ReportDraft } from "../../../../src/contract/reportingViews.ts";
import { useAsk } from "../../../lib/calls.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Notice, RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { useFiscalStart } from "../period/usePeriod.ts";
import { IssueButton } from "./IssueButton.tsx";
import { MissingPanel } from "./MissingPanel.tsx";
import { missingBefore } from "./missing.ts";
import { PreviewButton } from "./PreviewButton.tsx";
import { LIST, readReportKey } from "./reportsView.ts";
import { useReportTitle } from "./reportWords.ts";
import { SectionPanel } from "./SectionPanel.tsx";
import { useTexts } from "./useTexts.ts";

/** A report before it has a number: its texts are written here, beside its figures. */
export function WritePage() {
  const { t } = useTranslation("reports");
  const [address] = useSearchParams();
  const key = readReportKey(address);
  if (key === null) {
    return (
      <Page title={t("write.title")} back={{ to: LIST, label: t("list.title") }}>
        <Notice>{t("write.unknown")}</Notice>
      </Page>
    );
  }
  return <ReportToWrite key={JSON.stringify(key)} of={key} />;
}

function ReportToWrite({ of: key }: { readonly of: ReportKey }) {
  const { t } = useTranslation("reports");
  const titleOf = useReportTitle();
  // Texts are read once, when the page opens; what is typed since is the page's own.
  const draft = useAsk("reporting.draft", key, { anew: true });
  if (draft.data !== undefined) return <Writing draft={draft.data} />;
  return (
    <Page wide title={titleOf(key)} back={{ to: LIST, label: t("list.title") }}>
      <Asked of={draft}>{() => null}</Asked>
    </Page>
  );
}

function Writing({ draft }: { readonly draft: ReportDraft }) {
  const { t } = useTranslation("reports");
  const titleOf = useReportTitle();
  const mayWrite = useMay("reporting.issue");
  const texts = useTexts(draft);
  const missing = missingBefore(draft, (section) => texts.stateOf(section).text, useFiscalStart());
  return (
    <Page
      wide
      title={titleOf(draft.key)}
      subtitle={t(mayWrite ? "write.subtitle" : "write.readOnly")}
      back={{ to: LIST, label: t("list.title") }}
      action={
        <Group gap="sm" justify="flex-end">
          <PreviewButton of={draft.key} save={texts.save} />
          {mayWrite && <IssueButton draft={draft} save={texts.save} unsaved={texts.refusal} />}
        </Group>
      }
    >
      <Stack gap="md">
        <RefusalNotice refusal={texts.refusal} />
        <MissingPanel missing={missing} issued={draft.issued} />
        {draft.sections.map((part) => (
          <SectionPanel key={part.section} draft={draft} part={part} texts={texts} mayWrite={mayWrite} />
        ))}
      </Stack>
    </Page>
  );
}
