import { ActionIcon, Button, Group, Stack, Table, Text } from "@mantine/core";
import { IconChevronLeft, IconChevronRight, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Holiday } from "../../../../src/contract/literacyTerms.ts";
import type { Id } from "../../../../src/contract/primitives.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { yearOf } from "../../../../src/domain/calendar.ts";
import { useAsk, useTell } from "../../../lib/calls.ts";
import { showLongDay } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { today } from "../../../lib/today.ts";
import { useMay, useOfficeIdentity } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { HolidayDialog } from "./HolidayDialog.tsx";
import { useHolidayName } from "./holidayName.ts";
import classes from "./Settings.module.css";

const FIRST_YEAR = 2000;
const LAST_YEAR = 2199;

type Moved = Holiday & { readonly id: Id };

/** A year's days without classes: those of every year, and the feasts that move. */
export function HolidaysPage() {
  const { t } = useTranslation("literacy");
  const [year, setYear] = useState(() => yearOf(today()));
  const [edited, setEdited] = useState<Moved | "new" | null>(null);
  const holidays = useAsk("literacy.holidays", { year }, { keepPrevious: true });
  const mayManage = useMay("literacy.manage");
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <p className={classes.intro}>{t("holidays.intro")}</p>
        {mayManage && (
          <Button
            style={{ flex: "none" }}
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setEdited("new")}
          >
            {t("holidays.add")}
          </Button>
        )}
      </Group>
      <Panel title={<YearChoice year={year} onChange={setYear} />}>
        <Asked of={holidays}>
          {(found) => <HolidayTable holidays={found} year={year} mayManage={mayManage} onEdit={setEdited} />}
        </Asked>
      </Panel>
      {edited !== null && (
        <HolidayDialog
          holiday={edited === "new" ? null : edited}
          onSaved={(onDay) => setYear(yearOf(onDay))}
          onClose={() => setEdited(null)}
        />
      )}
    </Stack>
  );
}

interface YearChoiceProps {
  readonly year: number;
  readonly onChange: (year: number) => void;
}

function YearChoice({ year, onChange }: YearChoiceProps) {
  const { t } = useTranslation("literacy");
  return (
    <span className={classes.years}>
      <ActionIcon
        aria-label={t("holidays.previous")}
        disabled={year <= FIRST_YEAR}
        onClick={() => onChange(year - 1)}
      >
        <IconChevronLeft size={18} />
      </ActionIcon>
      <span className={`numerals ${classes.year}`} aria-live="polite">
        {year}
      </span>
      <ActionIcon
        aria-label={t("holidays.next")}
        disabled={year >= LAST_YEAR}
        onClick={() => onChange(year + 1)}
      >
        <IconChevronRight size={18} />
      </ActionIcon>
    </span>
  );
}

interface HolidayTableProps {
  readonly holidays: readonly Holiday[];
  readonly year: number;
  readonly mayManage: boolean;
  readonly onEdit: (holiday: Moved) => void;
}

function HolidayTable({ holidays, year, mayManage, onEdit }: HolidayTableProps) {
  const { t } = useTranslation("literacy");
  const removal = useRemoval();
  const hasMoved = holidays.some(({ id }) => id !== null);
  return (
    <>
      <RefusalNotice refusal={removal.refusal} />
      {!hasMoved && (
        <Text size="sm" c="ochre" mb="sm">
          {t("holidays.noneMoved", { year })}
        </Text>
      )}
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("holidays.day")}</Table.Th>
            <Table.Th>{t("holidays.name")}</Table.Th>
            <Table.Th>{t("holidays.kind")}</Table.Th>
            <Table.Td w="13rem" />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {holidays.map((holiday) => (
            <HolidayRow
              key={holiday.onDay}
              holiday={holiday}
              mayManage={mayManage}
              onEdit={onEdit}
              onRemove={(moved) => void removal.remove(moved)}
            />
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

function useRemoval() {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { tell } = useTell("literacy.saveHoliday");
  const remove = async ({ id, onDay, name }: Moved) => {
    const result = await tell({ id, onDay, name, remove: true });
    setRefusal(result.ok ? null : result.refusal);
  };
  return { remove, refusal };
}

interface HolidayRowProps {
  readonly holiday: Holiday;
  readonly mayManage: boolean;
  readonly onEdit: (holiday: Moved) => void;
  readonly onRemove: (holiday: Moved) => void;
}

function HolidayRow({ holiday, mayManage, onEdit, onRemove }: HolidayRowProps) {
  const { t } = useTranslation(["literacy", "common"]);
  const language = useLanguage();
  const own = useOfficeIdentity()?.code;
  const nameOf = useHolidayName();
  const { id, onDay, office } = holiday;
  const name = nameOf(holiday.name);
  const kind = id === null ? "fixed" : office === own ? "moved" : "ofHeadquarters";
  const moved = id === null || kind !== "moved" ? null : { ...holiday, id };
  return (
    <Table.Tr>
      <Table.Td className="numerals">{weekdayAndDay(onDay, language)}</Table.Td>
      <Table.Td fw={500}>{name}</Table.Td>
      <Table.Td c={kind === "fixed" ? "dimmed" : "inherit"}>{t(`holidays.${kind}`)}</Table.Td>
      <Table.Td ta="right">
        {mayManage && moved !== null && (
          <>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t("holidays.editOf", { name })}
              onClick={() => onEdit(moved)}
            >
              {t("common:edit")}
            </Button>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t("holidays.removeOf", { name })}
              onClick={() => onRemove(moved)}
            >
              {t("holidays.remove")}
            </Button>
          </>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** `lundi 20 avril 2026`. */
function weekdayAndDay(day: string, language: "fr" | "en"): string {
  const words = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
  return `${words.format(new Date(`${day}T00:00:00Z`))} ${showLongDay(day, language)}`;
}
