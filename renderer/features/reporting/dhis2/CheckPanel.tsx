import { Button, Group, Select, Stack, Text } from "@mantine/core";
import { IconChecklist, IconFileExport } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Dhis2Mapping } from "../../../../src/contract/reportingTerms.ts";
import type { Dhis2Check } from "../../../../src/contract/reportingViews.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { lastMonths, showMonth } from "../../../lib/months.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { today } from "../../../lib/today.ts";
import { Panel } from "../../../ui/Panel.tsx";
import { usePrint } from "../../../ui/PrintButton.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { CheckReport } from "./CheckReport.tsx";
import { isSameMapping } from "./mappingForm.ts";

/** As far back as values are still asked for. */
const MONTHS_BACK = 24;

/** A month is checked by what stands on the page; the file is written when nothing stands against it. */
export function CheckPanel({ mapping }: { readonly mapping: Dhis2Mapping }) {
  const { t } = useTranslation("reports");
  const language = useLanguage();
  const [months] = useState(() => lastMonths(today(), MONTHS_BACK + 1).slice(1));
  const [month, setMonth] = useState(months[0] ?? "");
  const checking = useChecking(month, mapping);
  const writing = usePrint("reporting.exportDhis2");
  const { check } = checking;
  const mayWrite = check !== null && check.values.length > 0 && check.problems.every(({ stops }) => !stops);
  return (
    <Panel title={t("dhis2.file")} text={t("dhis2.fileText")}>
      <Stack gap="md">
        <Group gap="sm">
          <Select
            aria-label={t("dhis2.month")}
            data={months.map((value) => ({ value, label: showMonth(value, language) }))}
            value={month}
            onChange={(next) => next !== null && setMonth(next)}
            allowDeselect={false}
            w={200}
          />
          <Button
            variant={mayWrite ? "default" : "filled"}
            leftSection={<IconChecklist size={18} aria-hidden />}
            loading={checking.pending}
            onClick={() => void checking.go()}
          >
            {t("dhis2.check")}
          </Button>
          <Button
            variant={mayWrite ? "filled" : "default"}
            leftSection={<IconFileExport size={18} aria-hidden />}
            disabled={!mayWrite}
            loading={writing.pending}
            onClick={() => void writing.print({ month, mapping })}
          >
            {t("dhis2.write")}
          </Button>
          {checking.isStale && <Text c="dimmed">{t("dhis2.checkAgain")}</Text>}
        </Group>
        <RefusalNotice refusal={checking.refusal} />
        <RefusalNotice refusal={writing.refusal} />
        {check !== null && <CheckReport check={check} />}
      </Stack>
    </Panel>
  );
}

/** What the check said, as long as month and mapping are those that it was asked with. */
function useChecking(month: string, mapping: Dhis2Mapping) {
  const { tell, pending } = useTell("reporting.checkDhis2", { invalidates: [] });
  const [found, setFound] = useState<{ check: Dhis2Check; mapping: Dhis2Mapping } | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const go = async () => {
    const result = await tell({ month, mapping });
    setRefusal(result.ok ? null : result.refusal);
    setFound(result.ok ? { check: result.value, mapping } : null);
  };
  const isOfThis = found !== null && found.check.month === month && isSameMapping(found.mapping, mapping);
  return { go, pending, refusal, check: isOfThis ? found.check : null, isStale: found !== null && !isOfThis };
}
