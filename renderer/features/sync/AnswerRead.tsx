import { Button, List, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { AnswerReport } from "../../../src/contract/sync.ts";
import { showCount } from "../../lib/format.ts";
import { officeName } from "../../lib/knownOffices.ts";
import { useLanguage } from "../../lib/refusals.ts";
import { DoneNote } from "../../ui/DoneNote.tsx";
import { Notice } from "../../ui/RefusalNotice.tsx";
import { useStandingWords } from "./useStandingWords.ts";

interface AnswerReadProps {
  readonly report: AnswerReport;
  /** The two still do not agree: how to settle it stands at the page's beginning. */
  readonly parted: boolean;
  readonly onSuggestions: () => void;
}

/** What headquarters' answer brought, in words. */
export function AnswerRead({ report, parted, onSuggestions }: AnswerReadProps) {
  const { t } = useTranslation("sync");
  const words = useStandingWords();
  return (
    <>
      <DoneNote title={t("report.done")}>
        {/* Where they do not agree, what was confirmed says nothing. */}
        {report.parting === null && words(report.acknowledgedUntil, report.notAcknowledged)}
      </DoneNote>
      {parted && <Notice>{t("report.parting")}</Notice>}
      <List spacing={4} className="numerals">
        <Recovered report={report} />
        <Moved report={report} />
        {report.suggestions > 0 && (
          <List.Item>
            {t("report.suggestions", { count: report.suggestions })}{" "}
            <Button variant="subtle" size="compact-sm" onClick={onSuggestions}>
              {t("report.see")}
            </Button>
          </List.Item>
        )}
        {report.offices > 0 && <List.Item>{t("report.offices", { count: report.offices })}</List.Item>}
        {report.keyRenewed && <List.Item>{t("report.keyRenewed")}</List.Item>}
      </List>
    </>
  );
}

function Recovered({ report: { recovered } }: { readonly report: AnswerReport }) {
  const { t } = useTranslation("sync");
  const language = useLanguage();
  if (recovered === null) return null;
  const values = { count: recovered, shown: showCount(recovered, language) };
  return <List.Item>{t("report.recovered", values)}</List.Item>;
}

/** Members who came and went: by their numbers, no name. */
function Moved({ report: { arrived, departed } }: { readonly report: AnswerReport }) {
  const { t } = useTranslation("sync");
  return (
    <>
      {arrived.length > 0 && (
        <List.Item>
          {t("report.arrived", { count: arrived.length })}
          <Text size="sm">{arrived.join(" · ")}</Text>
        </List.Item>
      )}
      {departed.length > 0 && (
        <List.Item>
          {t("report.departed", { count: departed.length })}
          <Text size="sm">
            {departed.map(({ number, to }) => `${number} → ${officeName(to)}`).join(" · ")}
          </Text>
        </List.Item>
      )}
    </>
  );
}
