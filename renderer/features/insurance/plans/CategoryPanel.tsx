import { NumberInput, Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { CareCategory } from "../../../../src/contract/insuranceTerms.ts";
import { FRANCS, PERCENT, WHOLE } from "../../../ui/numberFields.ts";
import { Panel } from "../../../ui/Panel.tsx";
import classes from "./Plans.module.css";
import type { PlanFormType } from "./planForm.ts";

const COLUMNS = [
  { field: "rates", look: PERCENT },
  { field: "ceilingPerAct", look: FRANCS },
  { field: "ceilingPerYear", look: FRANCS },
  { field: "actsPerYear", look: { ...WHOLE, max: 1000, hideControls: true } },
] as const;

/** What is paid for each category of care; an empty ceiling is none. */
export function CategoryPanel({ form }: { readonly form: PlanFormType }) {
  const { t } = useTranslation("insurance");
  return (
    <Panel title={t("plans.categories")} text={t("plans.categoriesText")}>
      <Table verticalSpacing={4} withRowBorders={false}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("terms.category")}</Table.Th>
            {COLUMNS.map(({ field }) => (
              <Table.Th key={field}>{t(`terms.${field}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {CareCategory.options.map((category) => (
            <Table.Tr key={category}>
              <Table.Td className={classes.category ?? ""}>{t(`categories.${category}`)}</Table.Td>
              {COLUMNS.map(({ field, look }) => (
                <Table.Td key={field}>
                  <NumberInput
                    aria-label={`${t(`categories.${category}`)}, ${t(`terms.${field}`)}`}
                    {...look}
                    {...form.getInputProps(`terms.${field}.${category}`)}
                  />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <NumberInput
        mt="md"
        w={280}
        label={t("terms.ceilingPerMemberYear")}
        {...FRANCS}
        {...form.getInputProps("terms.ceilingPerMemberYear")}
      />
    </Panel>
  );
}
