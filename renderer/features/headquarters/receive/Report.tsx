import { Button, Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ReceiveReport } from "../../../../src/contract/headquarters.ts";
import { showCount } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { Panel } from "../../../ui/Panel.tsx";
import shared from "../Headquarters.module.css";
import { reveal } from "../reveal.ts";
import { oneOrMore } from "../words.ts";
import { AnswerHere } from "./AnswerHere.tsx";
import { FileLine } from "./FileLine.tsx";
import classes from "./Receive.module.css";
import { inReportOrder } from "./reportLine.ts";

interface ReportProps {
  readonly report: ReceiveReport;
  /** Where the stick was read; the answers go there too. */
  readonly folder: string;
  readonly onAnother: () => void;
}

/** What became of every file, a line each, and what to do next. */
export function Report({ report, folder, onAnother }: ReportProps) {
  const { t } = useTranslation("headquarters");
  const language = useLanguage();
  const entries = showCount(report.entries, language);
  return (
    <Stack gap="lg" ref={reveal} tabIndex={-1} className={shared.shown ?? ""}>
      <Panel
        title={t("report.title")}
        text={t("report.text", { count: oneOrMore(report.entries), entries })}
        action={
          <Button variant="default" onClick={onAnother} style={{ flex: "none" }}>
            {t("receive.another")}
          </Button>
        }
      >
        <ul className={classes.lines} aria-live="polite">
          {inReportOrder(report.files).map((file) => (
            <FileLine key={file.name} file={file} />
          ))}
        </ul>
        {report.newDuplicates > 0 && (
          <Group mt="md" justify="space-between">
            <Text size="sm">{t("report.duplicates", { count: report.newDuplicates })}</Text>
            <Button component={Link} to="/headquarters/duplicates" variant="default" size="compact-sm">
              {t("tabs.duplicates")}
            </Button>
          </Group>
        )}
      </Panel>
      <AnswerHere folder={folder} />
    </Stack>
  );
}
