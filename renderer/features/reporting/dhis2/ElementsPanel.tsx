import { ActionIcon, Button, Select, Text } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { INDICATORS, indicatorOf } from "../../../../src/domain/reporting/catalogue/catalogue.ts";
import { Panel } from "../../../ui/Panel.tsx";
import { AREAS, capital, useBreakdownName, useWordOf } from "../indicatorWords.ts";
import classes from "./Dhis2.module.css";
import { nameOf } from "./groups.ts";
import { emptyElement, MOST_ELEMENTS } from "./mappingForm.ts";
import { UidField } from "./UidField.tsx";
import { useGroups } from "./useGroups.ts";
import type { MappingFormType } from "./useMapping.ts";

/** Which figure, or which group of it, is which data element. */
export function ElementsPanel({ form }: { readonly form: MappingFormType }) {
  const { t } = useTranslation("reports");
  const { elements } = form.values;
  return (
    <Panel title={t("dhis2.elements")} text={t("dhis2.elementsText")}>
      {elements.length === 0 ? (
        <Text c="dimmed">{t("dhis2.noElement")}</Text>
      ) : (
        <div className={classes.elementHead} aria-hidden>
          <span>{t("dhis2.indicator")}</span>
          <span>{t("dhis2.group")}</span>
          <span>{t("dhis2.dataElement")}</span>
          <span>{t("dhis2.categoryOptionCombo")}</span>
        </div>
      )}
      {elements.map((_element, at) => (
        // A line has no identity but its place: what is typed in it stands in the form.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <ElementLine key={at} form={form} at={at} />
      ))}
      {elements.length < MOST_ELEMENTS && (
        <Button
          mt="xs"
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => form.insertListItem("elements", emptyElement())}
        >
          {t("dhis2.addElement")}
        </Button>
      )}
    </Panel>
  );
}

interface ElementLineProps {
  readonly form: MappingFormType;
  readonly at: number;
}

function ElementLine({ form, at }: ElementLineProps) {
  const { t } = useTranslation("reports");
  const element = form.values.elements[at] ?? emptyElement();
  const place = at + 1;
  const set = (part: Partial<typeof element>) =>
    form.setFieldValue(`elements.${at}`, { ...element, ...part });
  return (
    <div className={classes.element}>
      <IndicatorField
        label={t("dhis2.indicatorOf", { place })}
        code={element.code}
        onChange={(code) => set({ code, by: null, key: "" })}
      />
      <GroupField
        label={t("dhis2.groupOf", { place })}
        of={element}
        onChange={(by, key) => set({ by, key })}
      />
      <UidField
        aria-label={t("dhis2.dataElementOf", { place })}
        value={element.dataElement}
        onChange={(dataElement) => set({ dataElement })}
      />
      <UidField
        aria-label={t("dhis2.categoryOptionComboOf", { place })}
        placeholder={t("dhis2.default")}
        value={element.categoryOptionCombo}
        onChange={(categoryOptionCombo) => set({ categoryOptionCombo })}
      />
      <ActionIcon
        mt={2}
        aria-label={t("dhis2.removeElement", { place })}
        onClick={() => form.removeListItem("elements", at)}
      >
        <IconTrash size={18} />
      </ActionIcon>
    </div>
  );
}

interface IndicatorFieldProps {
  readonly label: string;
  readonly code: string;
  readonly onChange: (code: string) => void;
}

function IndicatorField({ label, code, onChange }: IndicatorFieldProps) {
  const { t } = useTranslation(["reports", "reporting"]);
  const wordOf = useWordOf();
  const known = AREAS.map((area) => ({
    group: t(`reporting:areas.${area}`),
    items: INDICATORS.filter((indicator) => indicator.area === area).map(({ code: value, name }) => ({
      value,
      label: wordOf(name),
    })),
  }));
  // A mapping from elsewhere may name what this catalogue does not have: it is shown, and the check says so.
  const isUnknown = code !== "" && indicatorOf(code) === undefined;
  return (
    <Select
      aria-label={label}
      placeholder={t("dhis2.choose")}
      searchable
      allowDeselect={false}
      data={
        isUnknown ? [...known, { group: t("dhis2.unknown"), items: [{ value: code, label: code }] }] : known
      }
      value={code === "" ? null : code}
      onChange={(next) => next !== null && onChange(next)}
    />
  );
}

type Element = MappingFormType["values"]["elements"][number];

interface GroupFieldProps {
  readonly label: string;
  readonly of: Element;
  readonly onChange: (by: Element["by"], key: string) => void;
}

function GroupField({ label, of: element, onChange }: GroupFieldProps) {
  const { t } = useTranslation("reports");
  const wordOf = useWordOf();
  const breakdownName = useBreakdownName();
  const groups = useGroups(element.code);
  const indicator = indicatorOf(element.code);
  const chosen = nameOf(element);
  const isKnown = chosen === "" || groups.some((group) => nameOf(group) === chosen);
  const divided =
    indicator === undefined
      ? []
      : [...Map.groupBy(groups, ({ by }) => by)].map(([by, some]) => ({
          group: capital(breakdownName(indicator, by)),
          items: some.map((group) => ({ value: nameOf(group), label: wordOf(group.label) })),
        }));
  return (
    <Select
      aria-label={label}
      disabled={element.code === ""}
      searchable
      allowDeselect={false}
      data={[
        { value: "", label: t("dhis2.whole") },
        ...divided,
        ...(isKnown ? [] : [{ value: chosen, label: element.key }]),
      ]}
      value={chosen}
      onChange={(next) => {
        const group = groups.find((one) => nameOf(one) === next);
        onChange(group?.by ?? null, group?.key ?? "");
      }}
    />
  );
}
