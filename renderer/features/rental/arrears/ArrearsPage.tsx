import { Group } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconCircleCheck, IconUserSearch } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ArrearsLine } from "../../../../src/contract/rentalViews.ts";
import { useAsk } from "../../../lib/calls.ts";
import { refusalIn, useLanguage, useRefusalText } from "../../../lib/refusals.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { dayAsTyped, readTypedDay } from "../../../lib/typedDay.ts";
import { useMay, useOfficeIdentity } from "../../../lib/useSession.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Asked } from "../../../ui/Asked.tsx";
import { DateField } from "../../../ui/DateField.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { ExportMenu } from "../../../ui/ExportMenu.tsx";
import { OfficeFilter } from "../../../ui/OfficeFilter.tsx";
import { Page } from "../../../ui/Page.tsx";
import { PrintButton } from "../../../ui/PrintButton.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { SearchField } from "../../../ui/SearchField.tsx";
import { useOfficeInAddress } from "../../../ui/useOfficeInAddress.ts";
import { VirtualTable } from "../../../ui/VirtualTable.tsx";
import { exportedList } from "../exportedList.ts";
import { RentalTabs } from "../RentalTabs.tsx";
import { isFoundIn } from "../roll/rollView.ts";
import classes from "./Arrears.module.css";
import { arrearsColumns } from "./arrearsColumns.tsx";
import { AGES, type ArrearsSort, sortArrears, sumAges } from "./arrearsOrder.ts";
import { ReminderDialog } from "./ReminderDialog.tsx";
import { useLetters } from "./useLetters.ts";

/** Whom to call about rents that are late, and what was promised. */
export function ArrearsPage() {
  const { t } = useTranslation("rental");
  const words = useRefusalText();
  const [today] = useState(todayNow);
  const [typed, setTyped] = useState(dayAsTyped(today));
  const [office, setOffice] = useOfficeInAddress();
  const [text, setText] = useState("");
  const read = readTypedDay(typed, today);
  // While it is being typed, the last day that was one.
  const [on, setOn] = useState(today);
  const input = office === undefined ? { on } : { on, office };
  const answer = useAsk("rental.arrears", input, { keepPrevious: true });
  const refused = refusalIn(answer.error);
  const wrongDay = refused?.field === "on" ? words(refused) : null;
  const isEmpty = answer.data === undefined || answer.data.length === 0;
  return (
    <Page
      wide
      filling
      title={t("title")}
      subtitle={t("arrears.subtitle")}
      action={
        !isEmpty && (
          <Group gap="sm" wrap="nowrap">
            {on === today && (
              <ExportMenu
                operation="rental.exportList"
                input={exportedList("arrears", office)}
                codebook="arrears"
              />
            )}
            <PrintButton
              operation="rental.printArrears"
              input={input}
              label={t("arrears.print")}
              variant="filled"
            />
          </Group>
        )
      }
    >
      <RentalTabs />
      <div className={classes.page}>
        <div className={classes.tools}>
          <DateField
            className={classes.day ?? ""}
            label={t("arrears.on")}
            inputWrapperOrder={["label", "input", "error"]}
            value={typed}
            error={read.kind === "unreadable" && typed.length >= 10 ? t("day.unreadable") : wrongDay}
            onChange={(next) => {
              setTyped(next);
              const day = readTypedDay(next, today);
              if (day.kind === "day" && next.length >= 8) setOn(day.day);
            }}
          />
          <OfficeFilter value={office} onChange={setOffice} />
          <SearchField label={t("filters.search")} text={text} onText={setText} width={300} />
        </div>
        {wrongDay === null && (
          <Asked of={answer}>
            {(lines) => <ArrearsList lines={lines} on={on} text={text} withOffice={office === "all"} />}
          </Asked>
        )}
      </div>
    </Page>
  );
}

interface ArrearsListProps {
  readonly lines: readonly ArrearsLine[];
  readonly on: string;
  readonly text: string;
  readonly withOffice: boolean;
}

function ArrearsList({ lines, on, text, withOffice }: ArrearsListProps) {
  const { t } = useTranslation("rental");
  const [sort, setSort] = useState<{ by: ArrearsSort; descending: boolean }>({ by: "age", descending: true });
  const [noting, setNoting] = useState<ArrearsLine | null>(null);
  const letters = useLetters();
  const columns = useArrearsColumns(on, withOffice, letters, setNoting);
  const shown = useMemo(
    () =>
      sortArrears(
        lines.filter((line) => isFoundIn(line, text)),
        sort.by,
        sort.descending,
      ),
    [lines, text, sort],
  );
  if (lines.length === 0)
    return <Empty icon={IconCircleCheck} title={t("arrears.empty")} text={t("arrears.emptyText")} />;
  return (
    <>
      <Ages lines={shown} />
      <RefusalNotice refusal={letters.refusal} />
      {shown.length === 0 ? (
        <Empty icon={IconUserSearch} title={t("arrears.nothing")} text={t("arrears.nothingText")} />
      ) : (
        <div className={classes.table}>
          <VirtualTable
            label={t("tabs.arrears")}
            columns={columns}
            count={shown.length}
            rowAt={(index) => shown[index]}
            rowHeight={58}
            sort={{
              ...sort,
              onSort: (by, descending) => setSort({ by, descending: sort.by !== by || descending }),
            }}
          />
        </div>
      )}
      {noting && <ReminderDialog leaseId={noting.leaseId} onClose={() => setNoting(null)} />}
    </>
  );
}

function useArrearsColumns(
  on: string,
  withOffice: boolean,
  letters: ReturnType<typeof useLetters>,
  onNote: (line: ArrearsLine) => void,
) {
  const { t } = useTranslation("rental");
  const language = useLanguage();
  const mayCollect = useMay("rental.collect");
  const narrow = useMediaQuery("(max-width: 75em)") ?? false;
  const own = useOfficeIdentity()?.code;
  return useMemo(
    () =>
      arrearsColumns({
        t,
        language,
        on,
        withOffice,
        narrow,
        letters,
        mayNote: ({ office }) => mayCollect && office === own,
        onNote,
      }),
    [t, language, on, withOffice, narrow, letters, mayCollect, own, onNote],
  );
}

/** All that the list shows, by how long it has been late. */
function Ages({ lines }: { readonly lines: readonly ArrearsLine[] }) {
  const { t } = useTranslation("rental");
  const sums = sumAges(lines);
  return (
    <dl className={classes.ages} aria-label={t("arrears.byAge")}>
      <div>
        <dt>{t("arrears.total")}</dt>
        <dd className={classes.total}>
          <Amount francs={sums.total} />
          <span className={classes.count}>{t("arrears.leases", { count: lines.length })}</span>
        </dd>
      </div>
      {AGES.map((age) => (
        <div key={age}>
          <dt>{t(`lease.ages.${age}`)}</dt>
          <dd>
            <Amount francs={sums[age]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
