import { Button, Chip, Group } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { CohortState } from "../../../../src/contract/literacyViews.ts";
import { OfficeFilter } from "../../../ui/OfficeFilter.tsx";
import { SearchField } from "../../../ui/SearchField.tsx";
import { type CohortView, isNarrowed } from "./cohortView.ts";

interface CohortFiltersProps {
  readonly view: CohortView;
  readonly onChange: (view: CohortView) => void;
}

export function CohortFilters({ view, onChange }: CohortFiltersProps) {
  const { t } = useTranslation("literacy");
  const { office, ...ofOffice } = view;
  const withOffice = office === undefined ? {} : { office };
  return (
    <Group gap="sm">
      <SearchField
        label={t("filters.search")}
        text={view.text}
        onText={(text) => onChange({ ...view, text })}
      />
      <OfficeFilter
        value={office}
        onChange={(next) => onChange({ ...ofOffice, ...(next === undefined ? {} : { office: next }) })}
      />
      <Group gap={6} role="group" aria-label={t("filters.states")}>
        <Chip.Group
          multiple
          value={[...view.states]}
          onChange={(next) =>
            onChange({ ...view, states: CohortState.options.filter((state) => next.includes(state)) })
          }
        >
          {CohortState.options.map((state) => (
            <Chip key={state} value={state} size="xs" variant="outline">
              {t(`cohortStates.${state}`)}
            </Chip>
          ))}
        </Chip.Group>
      </Group>
      {isNarrowed(view) && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconX size={14} aria-hidden />}
          onClick={() => onChange({ ...withOffice, text: "", states: [] })}
        >
          {t("filters.clear")}
        </Button>
      )}
    </Group>
  );
}
