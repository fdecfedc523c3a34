import { Button, Group, Select, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TierHolders } from "../../../../src/contract/headquarters.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { Tier } from "../../../../src/contract/sync.ts";
import { useTell } from "../../../lib/calls.ts";
import { applyRefusal, focusFirstError, useRefusalText } from "../../../lib/refusals.ts";
import { saveFile } from "../../../lib/saveFile.ts";
import { useNotice } from "../../../lib/useNotice.ts";
import { useSession } from "../../../lib/useSession.ts";
import { Fields } from "../../../ui/Fields.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { PassphraseField } from "../../../ui/PassphraseField.tsx";
import { Notice, RefusalNotice } from "../../../ui/RefusalNotice.tsx";

/** A reading key as a file, to open parts by hand: with a warning and the passphrase once more. */
export function ExportIdentity({ tiers }: { readonly tiers: readonly TierHolders[] }) {
  const { t } = useTranslation("headquarters");
  const own = useSession()?.userId;
  const held = tiers.filter(({ holders }) => holders.some(({ userId }) => userId === own));
  return (
    <Panel title={t("identity.title")} text={t("identity.text")}>
      {held.length === 0 ? (
        <Text c="dimmed">{t("identity.none")}</Text>
      ) : (
        <ExportForm held={held.map(({ tier }) => tier)} />
      )}
    </Panel>
  );
}

function ExportForm({ held }: { readonly held: readonly Tier[] }) {
  const { t } = useTranslation("headquarters");
  const { form, refusal, send, pending } = useExport();
  return (
    <form noValidate onSubmit={form.onSubmit((values) => void send(values), focusFirstError)}>
      <Stack>
        <Notice>{t("identity.warning")}</Notice>
        <Fields columns={2}>
          <Select
            label={t("identity.tier")}
            data={held.map((tier) => ({ value: tier, label: t(`tier.${tier}`) }))}
            allowDeselect={false}
            {...form.getInputProps("tier")}
          />
          <PassphraseField label={t("identity.passphrase")} {...form.getInputProps("passphrase")} />
        </Fields>
        <RefusalNotice refusal={refusal} />
        <Group justify="flex-end">
          <Button type="submit" variant="default" loading={pending}>
            {t("identity.run")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface ExportValues {
  tier: string;
  passphrase: string;
}

function useExport() {
  const { t } = useTranslation("headquarters");
  const text = useRefusalText();
  const notice = useNotice();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const exporting = useTell("headquarters.exportIdentity", { invalidates: ["access"] });
  const required = (value: string) => (value === "" ? text({ code: "request.required" }) : null);
  const form = useForm<ExportValues>({
    initialValues: { tier: "", passphrase: "" },
    validate: { tier: required, passphrase: required },
  });
  async function send({ tier, passphrase }: ExportValues): Promise<void> {
    const result = await exporting.tell({ tier: Tier.parse(tier), passphrase });
    form.setFieldValue("passphrase", "");
    setRefusal(applyRefusal(form, result, text));
    if (!result.ok) return;
    saveFile(result.value);
    notice(t("identity.done"));
  }
  return { form, refusal, send, pending: exporting.pending };
}
