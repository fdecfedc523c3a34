import { Button, Chip, Group, Select } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { PremisesKind } from "../../../../src/contract/rentalTerms.ts";
import { type Premises, PremisesState } from "../../../../src/contract/rentalViews.ts";
import { OfficeFilter } from "../../../ui/OfficeFilter.tsx";
import { SearchField } from "../../../ui/SearchField.tsx";
import { useOfficeInAddress } from "../../../ui/useOfficeInAddress.ts";
import { type BoardView, countStates, isNarrowed } from "./boardView.ts";

interface BoardFiltersProps {
  readonly all: readonly Premises[];
  readonly view: BoardView;
  readonly onChange: (view: BoardView) => void;
}

/** The states with how many there are of each, the kind, and a search. */
export function BoardFilters({ all, view, onChange }: BoardFiltersProps) {
  const { t } = useTranslation("rental");
  const [office, setOffice] = useOfficeInAddress();
  const counts = countStates(all);
  const offered = PremisesState.options.filter((state) => state !== "retired" || counts.retired > 0);
  return (
    <Group gap="sm">
      <SearchField
        label={t("filters.searchPremises")}
        text={view.text}
        onText={(text) => onChange({ ...view, text })}
        width={340}
      />
      <OfficeFilter value={office} onChange={setOffice} />
      <Select
        aria-label={t("filters.kind")}
        placeholder={t("filters.anyKind")}
        data={PremisesKind.options.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        value={view.kind}
        onChange={(kind) => onChange({ ...view, kind })}
        clearable
        w={180}
      />
      <Group gap={6} role="group" aria-label={t("filters.states")}>
        <Chip.Group
          multiple
          value={[...view.states]}
          onChange={(next) =>
            onChange({ ...view, states: PremisesState.options.filter((state) => next.includes(state)) })
          }
        >
          {offered.map((state) => (
            <Chip key={state} value={state} size="xs" variant="outline">
              {`${t(`premisesStates.${state}`)} · ${counts[state]}`}
            </Chip>
          ))}
        </Chip.Group>
      </Group>
      {isNarrowed(view) && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconX size={14} aria-hidden />}
          onClick={() => onChange({ text: "", states: [], kind: null })}
        >
          {t("filters.clear")}
        </Button>
      )}
    </Group>
  );
}
