import { Group, SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { OfficeFilter } from "../../../ui/OfficeFilter.tsx";
import { SearchField } from "../../../ui/SearchField.tsx";
import { MonthChoice } from "./MonthChoice.tsx";
import type { useRollView } from "./useRollView.ts";

/** Which month, whose, and which lines. */
export function RollFilters({ roll }: { readonly roll: ReturnType<typeof useRollView> }) {
  const { t } = useTranslation("rental");
  const { view, setMonth, setOffice, setToCollect, setText } = roll;
  return (
    <Group gap="sm">
      <MonthChoice month={view.month} onChange={setMonth} />
      <OfficeFilter value={view.office} onChange={setOffice} />
      <SegmentedControl
        aria-label={t("roll.show")}
        data={[
          { value: "all", label: t("roll.all") },
          { value: "left", label: t("roll.toCollect") },
        ]}
        value={view.toCollect ? "left" : "all"}
        onChange={(shown) => setToCollect(shown === "left")}
      />
      <SearchField label={t("filters.search")} text={view.text} onText={setText} width={300} />
    </Group>
  );
}
