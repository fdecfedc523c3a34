import { Button, Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { OutputOf } from "../../../src/contract/index.ts";
import { showCount } from "../../lib/format.ts";
import { useLanguage } from "../../lib/refusals.ts";
import { Panel } from "../../ui/Panel.tsx";
import classes from "./ImportPage.module.css";
import { RefusedRows } from "./RefusedRows.tsx";
import type { Source } from "./source.ts";

interface ResultStepProps {
  readonly source: Source;
  readonly counts: OutputOf<"imports.run">;
  readonly onAnother: () => void;
}

/** What went in and what stayed out. */
export function ResultStep({ source, counts, onAnother }: ResultStepProps) {
  const { t } = useTranslation("imports");
  return (
    <Panel title={t("result.title")} text={t("result.text", { count: counts.rows })}>
      <Stack gap="lg">
        <div className={classes.counts}>
          <Count label={t("result.created")} count={counts.created} />
          <Count label={t("result.unchanged")} count={counts.unchanged} />
          <Count label={t("result.doubtful")} count={counts.doubtful} />
          <Count label={t("result.refused")} count={counts.refused} />
        </div>
        {counts.refused + counts.doubtful > 0 && <Text size="sm">{t("result.again")}</Text>}
        <Group>
          <Button component={Link} to="/members" data-autofocus>
            {t("result.toList")}
          </Button>
          <Button variant="default" onClick={onAnother}>
            {t("result.another")}
          </Button>
          <RefusedRows source={source} counts={counts} size="sm" />
        </Group>
      </Stack>
    </Panel>
  );
}

function Count({ label, count }: { readonly label: string; readonly count: number }) {
  const language = useLanguage();
  return (
    <div>
      <div className={classes.count}>{showCount(count, language)}</div>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
    </div>
  );
}
