import { Button, Group, NumberInput, Select, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Settings } from "../../../../src/contract/office.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useAsk, useTell } from "../../../lib/calls.ts";
import { useDraftForm } from "../../../lib/drafts.ts";
import { chooseLanguage } from "../../../lib/language.ts";
import { applyRefusal, errorsBy, useLanguage, useRefusalText } from "../../../lib/refusals.ts";
import { useNotice } from "../../../lib/useNotice.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Fields } from "../../../ui/Fields.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";

/** Prices, terms and what is printed on cards. Read by everybody, changed by whoever may. */
export function OfficeSettings() {
  const settings = useAsk("office.readSettings", {});
  return <Asked of={settings}>{(found) => <SettingsForm settings={found} />}</Asked>;
}

function SettingsForm({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation(["office", "common"]);
  const notice = useNotice();
  const text = useRefusalText();
  const mayChange = useMay("office.settings");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const update = useTell("office.updateSettings");
  const { form, discard } = useDraftForm<Settings>("office.settings", settings, errorsBy(Settings, text));

  async function save(values: Settings): Promise<void> {
    const result = await update.tell(values);
    setRefusal(applyRefusal(form, result, text));
    if (!result.ok) return;
    discard();
    if (values.language !== settings.language) await chooseLanguage(values.language);
    form.resetDirty();
    notice(t("common:saved"));
  }

  return (
    <form noValidate onSubmit={form.onSubmit((values) => void save(values))}>
      <fieldset disabled={!mayChange} style={{ border: 0, padding: 0, margin: 0 }}>
        <Stack gap="lg">
          <CardPanel form={form} />
          <PrintedPanel form={form} />
          <FiscalYearPanel form={form} />
          <ScreenPanel form={form} />
          <RefusalNotice refusal={refusal} />
          {mayChange && (
            <Group justify="flex-end">
              <Button type="submit" loading={update.pending}>
                {t("common:save")}
              </Button>
            </Group>
          )}
        </Stack>
      </fieldset>
    </form>
  );
}

type SettingsFormType = ReturnType<typeof useDraftForm<Settings>>["form"];

function CardPanel({ form }: { readonly form: SettingsFormType }) {
  const { t } = useTranslation("office");
  const francs = {
    min: 0,
    allowDecimal: false,
    allowNegative: false,
    thousandSeparator: "\u202f",
    suffix: "\u00a0F\u00a0CFA",
    hideControls: true,
  } as const;
  const months = { allowDecimal: false, allowNegative: false } as const;
  return (
    <Panel title={t("settings.cards")} text={t("settings.cardsText")}>
      <Fields columns={2}>
        <NumberInput label={t("settings.cardPrice")} {...francs} {...form.getInputProps("cardPrice")} />
        <NumberInput
          label={t("settings.replacementPrice")}
          {...francs}
          {...form.getInputProps("replacementPrice")}
        />
        <NumberInput
          label={t("settings.cardTermMonths")}
          min={1}
          max={120}
          {...months}
          {...form.getInputProps("cardTermMonths")}
        />
        <NumberInput
          label={t("settings.graceMonths")}
          min={0}
          max={12}
          {...months}
          {...form.getInputProps("graceMonths")}
        />
      </Fields>
    </Panel>
  );
}

function PrintedPanel({ form }: { readonly form: SettingsFormType }) {
  const { t } = useTranslation("office");
  return (
    <Panel title={t("settings.printed")} text={t("settings.printedText")}>
      <Fields columns={2}>
        <TextInput label={t("settings.printedName")} {...form.getInputProps("printedName")} />
        <TextInput label={t("settings.foundAddress")} {...form.getInputProps("foundAddress")} />
      </Fields>
    </Panel>
  );
}

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);

function FiscalYearPanel({ form }: { readonly form: SettingsFormType }) {
  const { t } = useTranslation("office");
  const language = useLanguage();
  const words = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
  const { value, onChange, ...field } = form.getInputProps("fiscalYearStart");
  return (
    <Panel title={t("settings.fiscalYear")} text={t("settings.fiscalYearText")}>
      <Fields columns={2}>
        <Select
          label={t("settings.fiscalYearStart")}
          data={MONTHS.map((month) => ({
            value: String(month),
            label: words.format(new Date(Date.UTC(2000, month - 1, 1))),
          }))}
          allowDeselect={false}
          {...field}
          value={String(value)}
          onChange={(chosen) => onChange(Number(chosen))}
        />
      </Fields>
    </Panel>
  );
}

function ScreenPanel({ form }: { readonly form: SettingsFormType }) {
  const { t } = useTranslation("office");
  const languages = [
    { value: "fr", label: "Français" },
    { value: "en", label: "English" },
  ];
  return (
    <Panel title={t("settings.screen")}>
      <Fields columns={2}>
        <NumberInput
          label={t("settings.idleMinutes")}
          min={1}
          max={60}
          allowDecimal={false}
          {...form.getInputProps("idleMinutes")}
        />
        <Select
          label={t("settings.language")}
          data={languages}
          allowDeselect={false}
          {...form.getInputProps("language")}
        />
      </Fields>
    </Panel>
  );
}
