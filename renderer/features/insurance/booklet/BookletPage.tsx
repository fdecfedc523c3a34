import { Chip, Group } from "@mantine/core";
import { IconBook2, IconUserSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../../lib/calls.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { ListExport } from "../../../ui/ListExport.tsx";
import { Page } from "../../../ui/Page.tsx";
import { SearchField } from "../../../ui/SearchField.tsx";
import { VirtualTable } from "../../../ui/VirtualTable.tsx";
import { isFoundBy } from "../foundBy.ts";
import { InsuranceTabs } from "../InsuranceTabs.tsx";
import classes from "./Booklet.module.css";
import { byUrgency, CHECKUP_STATES, type CheckupRow } from "./byUrgency.ts";
import type { Picked } from "./MemberPick.tsx";
import { QuickEntry } from "./QuickEntry.tsx";
import { useCheckupColumns } from "./useCheckupColumns.tsx";

type CheckupState = (typeof CHECKUP_STATES)[number];

/** Monthly check-ups: who is due and late, and the entry of the stamps. */
export function BookletPage() {
  const { t } = useTranslation("insurance");
  const mayWrite = useMay("checkups.write");
  const [states, setStates] = useState<readonly CheckupState[]>(["late", "never", "due"]);
  const [text, setText] = useState("");
  const [picked, setPicked] = useState<Picked | null>(null);
  const checkups = useAsk("insurance.checkups", { states: [...states] }, { keepPrevious: true });
  return (
    <Page
      wide
      filling
      title={t("title")}
      subtitle={t("booklet.subtitle")}
      action={<ListExport list="checkups" narrowed />}
    >
      <InsuranceTabs />
      <div className={classes.page}>
        {mayWrite && <QuickEntry picked={picked} onPick={setPicked} />}
        <Group gap="sm">
          <SearchField label={t("filters.search")} text={text} onText={setText} />
          <StateChips chosen={states} onChange={setStates} />
        </Group>
        <div className={classes.table}>
          <Asked of={checkups}>
            {(rows) => (
              <CheckupList
                rows={byUrgency(rows.filter((row) => isFoundBy(row, text)))}
                narrowed={rows.length > 0}
                onPick={mayWrite ? setPicked : null}
              />
            )}
          </Asked>
        </div>
      </div>
    </Page>
  );
}

interface StateChipsProps {
  readonly chosen: readonly CheckupState[];
  readonly onChange: (states: readonly CheckupState[]) => void;
}

/** All states when none is chosen. */
function StateChips({ chosen, onChange }: StateChipsProps) {
  const { t } = useTranslation("insurance");
  return (
    <Group gap={6} role="group" aria-label={t("filters.states")}>
      <Chip.Group
        multiple
        value={[...chosen]}
        onChange={(next) => onChange(CHECKUP_STATES.filter((state) => next.includes(state)))}
      >
        {CHECKUP_STATES.map((state) => (
          <Chip key={state} value={state} size="xs" variant="outline">
            {t(`checkups.${state}`)}
          </Chip>
        ))}
      </Chip.Group>
    </Group>
  );
}

interface CheckupListProps {
  readonly rows: readonly CheckupRow[];
  /** Something was found before the search narrowed it. */
  readonly narrowed: boolean;
  readonly onPick: ((member: Picked) => void) | null;
}

function CheckupList({ rows, narrowed, onPick }: CheckupListProps) {
  const { t } = useTranslation("insurance");
  const columns = useCheckupColumns(onPick);
  if (rows.length === 0) {
    return narrowed ? (
      <Empty icon={IconUserSearch} title={t("policies.nothing")} text={t("policies.nothingText")} />
    ) : (
      <Empty icon={IconBook2} title={t("booklet.empty")} text={t("booklet.emptyText")} />
    );
  }
  return (
    <VirtualTable
      label={t("tabs.booklet")}
      columns={columns}
      count={rows.length}
      rowAt={(index) => rows[index]}
    />
  );
}
