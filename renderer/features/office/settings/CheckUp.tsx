import { Button, Group, List, Stack, Text } from "@mantine/core";
import { IconStethoscope } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CheckUp as CheckUpResult } from "../../../../src/contract/office.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { showCount } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { DoneNote } from "../../../ui/DoneNote.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { ProgressBar } from "../../../ui/ProgressBar.tsx";
import { Notice, RefusalNotice } from "../../../ui/RefusalNotice.tsx";

/** Reads everything once and says whether anything is broken. */
export function CheckUp() {
  const { t } = useTranslation("office");
  const [found, setFound] = useState<CheckUpResult | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const check = useTell("office.checkUp", { invalidates: [] });

  async function run(): Promise<void> {
    setFound(null);
    const result = await check.tell({});
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) setFound(result.value);
  }

  return (
    <Panel title={t("checkUp.title")} text={t("checkUp.text")}>
      <Stack align="stretch">
        <RefusalNotice refusal={refusal} />
        {check.pending && (
          <ProgressBar progress={check.progress} label={t("checkUp.running")} onCancel={check.cancel} />
        )}
        {found && <Found found={found} />}
        <Group justify="flex-end">
          <Button
            leftSection={<IconStethoscope size={18} aria-hidden />}
            loading={check.pending}
            onClick={() => void run()}
          >
            {t("checkUp.run")}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}

function Found({ found }: { readonly found: CheckUpResult }) {
  const { t } = useTranslation("office");
  const language = useLanguage();
  const read = t("checkUp.read", {
    entries: showCount(found.entries, language),
    members: showCount(found.members, language),
    vouchers: showCount(found.vouchers, language),
  });
  if (found.faults.length === 0) {
    return <DoneNote title={t("checkUp.sound")}>{read}</DoneNote>;
  }
  return (
    <Notice>
      <Text fw={600}>{t("checkUp.faulty")}</Text>
      <List size="sm" my="xs">
        {found.faults.map((fault) => (
          <List.Item key={`${fault.check} ${fault.detail}`}>
            {t(`checkUp.check.${fault.check}`)}
            {"\u00a0: "}
            <span className="numerals">{fault.detail}</span>
          </List.Item>
        ))}
      </List>
      <Text size="sm">{read}</Text>
    </Notice>
  );
}
