import { Button, Chip, Group, Select } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { PolicyState } from "../../../../src/contract/insurancePolicies.ts";
import { useAsk } from "../../../lib/calls.ts";
import { OfficeFilter } from "../../../ui/OfficeFilter.tsx";
import { SearchField } from "../../../ui/SearchField.tsx";
import { planNames } from "../plans/planList.ts";
import { isNarrowed, type PolicyView } from "./policyView.ts";

interface PolicyFiltersProps {
  readonly view: PolicyView;
  readonly onChange: (view: PolicyView) => void;
}

export function PolicyFilters({ view, onChange }: PolicyFiltersProps) {
  const { t } = useTranslation("insurance");
  const plans = useAsk("insurance.plans", {}).data ?? [];
  const { office, ...ofOffice } = view;
  const withOffice = office === undefined ? {} : { office };
  return (
    <>
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
        <Select
          aria-label={t("columns.plan")}
          placeholder={t("filters.anyPlan")}
          data={planNames(plans).map(({ code, name }) => ({ value: code, label: name }))}
          value={view.planCode}
          onChange={(planCode) => onChange({ ...view, planCode })}
          clearable
          w={230}
        />
        {isNarrowed(view) && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconX size={14} aria-hidden />}
            onClick={() => onChange({ ...withOffice, text: "", states: [], planCode: null })}
          >
            {t("filters.clear")}
          </Button>
        )}
      </Group>
      <StateChips chosen={view.states} onChange={(states) => onChange({ ...view, states })} />
    </>
  );
}

interface StateChipsProps {
  readonly chosen: readonly PolicyState[];
  readonly onChange: (states: readonly PolicyState[]) => void;
}

function StateChips({ chosen, onChange }: StateChipsProps) {
  const { t } = useTranslation("insurance");
  return (
    <Group gap={6} role="group" aria-label={t("filters.states")}>
      <Chip.Group
        multiple
        value={[...chosen]}
        onChange={(next) => onChange(PolicyState.options.filter((state) => next.includes(state)))}
      >
        {PolicyState.options.map((state) => (
          <Chip key={state} value={state} size="xs" variant="outline">
            {t(`states.${state}`)}
          </Chip>
        ))}
      </Chip.Group>
    </Group>
  );
}
