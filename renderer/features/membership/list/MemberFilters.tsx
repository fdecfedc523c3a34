import { Button, Chip, Group, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch, IconX } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type MemberFilter, MembershipStatus } from "../../../../src/contract/membership.ts";
import { useAsk } from "../../../lib/calls.ts";
import { useMay } from "../../../lib/useSession.ts";
import { OfficeFilter } from "../../../ui/OfficeFilter.tsx";
import { isFiltered, NO_FILTER, SOON_DAYS } from "./listAddress.ts";

export interface MemberFiltersProps {
  readonly filter: MemberFilter;
  readonly onChange: (filter: MemberFilter) => void;
}

const PAUSE_MS = 160;

/** Search and filters in two quiet rows; counts beside the statuses where this person may see them. */
export function MemberFilters({ filter, onChange }: MemberFiltersProps) {
  const { t } = useTranslation("membership");
  const set = (part: Partial<MemberFilter>) => onChange({ ...filter, ...part });
  const { office, ...ofOffice } = filter;
  return (
    <>
      <Group gap="sm" wrap="wrap">
        <SearchField text={filter.text} onText={(text) => set({ text })} />
        <OfficeFilter
          value={office}
          onChange={(next) =>
            onChange({ ...ofOffice, locality: null, ...(next === undefined ? {} : { office: next }) })
          }
        />
        <LocalityFilter office={office} value={filter.locality} onChange={(locality) => set({ locality })} />
        {isFiltered(filter) && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconX size={14} />}
            onClick={() => onChange({ ...NO_FILTER, ...(office === undefined ? {} : { office }) })}
          >
            {t("filters.clear")}
          </Button>
        )}
      </Group>
      <Group gap={6} wrap="wrap" role="group" aria-label={t("filters.label")}>
        <StatusChips filter={filter} onChange={onChange} />
        <Flag
          checked={filter.endingWithinDays !== null}
          label={t("filters.ending", { days: SOON_DAYS })}
          onChange={(on) => set({ endingWithinDays: on ? SOON_DAYS : null })}
        />
        <Flag
          checked={filter.withoutPhoto}
          label={t("filters.withoutPhoto")}
          onChange={(withoutPhoto) => set({ withoutPhoto })}
        />
        <Flag
          checked={filter.withoutConsent}
          label={t("filters.withoutConsent")}
          onChange={(withoutConsent) => set({ withoutConsent })}
        />
      </Group>
    </>
  );
}

/** Holds what is being typed; the list follows after a short pause. */
function SearchField({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }) {
  const { t } = useTranslation("membership");
  const [typed, setTyped] = useState(text);
  const later = useDebouncedCallback(onText, PAUSE_MS);
  // « Tout montrer » empties it from outside.
  useEffect(() => {
    if (text === "") setTyped("");
  }, [text]);
  return (
    <TextInput
      type="search"
      aria-label={t("filters.search")}
      placeholder={t("filters.search")}
      leftSection={<IconSearch size={16} aria-hidden />}
      w={420}
      autoFocus
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        later(event.currentTarget.value);
      }}
    />
  );
}

interface LocalityFilterProps {
  readonly office: MemberFilter["office"];
  readonly value: string | null;
  readonly onChange: (locality: string | null) => void;
}

function LocalityFilter({ office, value, onChange }: LocalityFilterProps) {
  const { t } = useTranslation("membership");
  const localities = useAsk("membership.listLocalities", office === undefined ? {} : { office });
  const known = (localities.data ?? []).filter((locality) => locality.name !== "");
  return (
    <Select
      aria-label={t("fields.locality")}
      placeholder={t("filters.anyLocality")}
      data={known.map(({ name, members }) => ({ value: name, label: `${name} (${members})` }))}
      value={value}
      onChange={onChange}
      searchable
      clearable
      w={230}
      nothingFoundMessage={t("filters.noLocality")}
    />
  );
}

function StatusChips({ filter, onChange }: MemberFiltersProps) {
  const { t } = useTranslation(["common", "membership"]);
  // The first page counts this office's own members.
  const enabled = useMay("office.read") && filter.office === undefined;
  const overview = useAsk("office.overview", {}, { enabled }).data;
  const counts = enabled ? overview?.members : undefined;
  return (
    <Chip.Group
      multiple
      value={filter.statuses}
      onChange={(chosen) =>
        onChange({
          ...filter,
          statuses: MembershipStatus.options.filter((status) => chosen.includes(status)),
        })
      }
    >
      {MembershipStatus.options.map((status) => (
        <Chip key={status} value={status} size="xs" variant="outline" className="numerals">
          {t(`status.${status}`)}
          {counts && ` ${counts[status]}`}
        </Chip>
      ))}
    </Chip.Group>
  );
}

interface FlagProps {
  readonly checked: boolean;
  readonly label: string;
  readonly onChange: (on: boolean) => void;
}

function Flag({ checked, label, onChange }: FlagProps) {
  return (
    <Chip size="xs" variant="outline" color="ochre" checked={checked} onChange={onChange}>
      {label}
    </Chip>
  );
}
