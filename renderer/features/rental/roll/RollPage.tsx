import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconCircleCheck, IconListDetails, IconUserSearch } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { OutputOf } from "../../../../src/contract/index.ts";
import type { RollLine } from "../../../../src/contract/rentalViews.ts";
import { useAsk } from "../../../lib/calls.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Asked } from "../../../ui/Asked.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Page } from "../../../ui/Page.tsx";
import { VirtualTable } from "../../../ui/VirtualTable.tsx";
import { CollectDialog } from "../collect/CollectDialog.tsx";
import { RentalTabs } from "../RentalTabs.tsx";
import classes from "./Roll.module.css";
import { PapersRefusal, RollActions, useRollPapers } from "./RollActions.tsx";
import { RollFilters } from "./RollFilters.tsx";
import { rollColumns } from "./rollColumns.tsx";
import { isFoundIn } from "./rollView.ts";
import { TakenNote } from "./TakenNote.tsx";
import { useCollecting } from "./useCollecting.ts";
import { askedBy, useRollView } from "./useRollView.ts";

type Roll = OutputOf<"rental.roll">;

const NO_LINES: readonly RollLine[] = [];

/** Every lease of a month with what it owes: collected one after the other by two keys each. */
export function RollPage() {
  const { t } = useTranslation("rental");
  const roll = useRollView();
  const { view } = roll;
  const answer = useAsk("rental.roll", askedBy(view), { keepPrevious: true });
  const lines = answer.data?.lines ?? NO_LINES;
  const shown = useMemo(
    () => lines.filter((line) => (!view.toCollect || line.left > 0) && isFoundIn(line, view.text)),
    [lines, view.toCollect, view.text],
  );
  const collecting = useCollecting(shown);
  const papers = useRollPapers(view);
  return (
    <Page
      wide
      filling
      title={t("title")}
      subtitle={t("roll.subtitle")}
      action={
        <RollActions
          papers={papers}
          view={view}
          empty={lines.length === 0}
          onCollect={collecting.collectNext}
        />
      }
    >
      <RentalTabs />
      <div className={classes.page}>
        <RollFilters roll={roll} />
        <PapersRefusal papers={papers} />
        <Asked of={answer}>
          {({ totals }) => (
            <RollBody
              shown={shown}
              any={lines.length > 0}
              totals={totals}
              view={view}
              collecting={collecting}
            />
          )}
        </Asked>
      </div>
    </Page>
  );
}

interface RollBodyProps {
  readonly shown: readonly RollLine[];
  /** Whether the month has lines at all. */
  readonly any: boolean;
  readonly totals: Roll["totals"];
  readonly view: ReturnType<typeof useRollView>["view"];
  readonly collecting: ReturnType<typeof useCollecting>;
}

function RollBody({ shown, any, totals, view, collecting }: RollBodyProps) {
  const { t } = useTranslation("rental");
  const { table, active, open, taken, close, choose, done } = collecting;
  const narrow = useMediaQuery("(max-width: 75em)") ?? false;
  const withOffice = view.office === "all";
  const withAdvance = totals.advance > 0;
  const columns = useMemo(
    () => rollColumns(t, { withOffice, withAdvance, narrow }),
    [t, withOffice, withAdvance, narrow],
  );
  return (
    <>
      {any && <Totals totals={totals} />}
      {taken && <TakenNote taken={taken} />}
      {shown.length === 0 ? (
        <NoLines any={any} searched={view.text !== ""} />
      ) : (
        <div className={classes.table} ref={table}>
          <VirtualTable
            label={t("tabs.roll")}
            columns={columns}
            count={shown.length}
            rowAt={(index) => shown[index]}
            active={active}
            onOpen={choose}
            foot={collecting.collectNext && <span>{t("roll.keys")}</span>}
          />
        </div>
      )}
      <CollectDialog
        leaseId={open?.leaseId ?? ""}
        {...(open === null ? {} : { proposed: open.left })}
        opened={open !== null}
        onClose={close}
        onDone={done}
      />
    </>
  );
}

/** Of all leases of the month, whatever the filter shows. */
function Totals({ totals }: { readonly totals: Roll["totals"] }) {
  const { t } = useTranslation("rental");
  return (
    <dl className={classes.totals} aria-label={t("roll.totals")}>
      {(["brought", "due", "received", "left"] as const).map((word) => (
        <div key={word}>
          <dt>{t(`roll.columns.${word}`)}</dt>
          <dd className={word === "left" && totals.left > 0 ? classes.left : ""}>
            <Amount francs={totals[word]} />
          </dd>
        </div>
      ))}
      {totals.advance > 0 && (
        <div>
          <dt>{t("roll.columns.advance")}</dt>
          <dd>
            <Amount francs={totals.advance} />
          </dd>
        </div>
      )}
    </dl>
  );
}

/** Why no line is shown, and what to do then. */
function NoLines({ any, searched }: { readonly any: boolean; readonly searched: boolean }) {
  const { t } = useTranslation("rental");
  if (any && searched)
    return <Empty icon={IconUserSearch} title={t("roll.nothing")} text={t("roll.nothingText")} />;
  if (any) return <Empty icon={IconCircleCheck} title={t("roll.done")} text={t("roll.doneText")} />;
  return (
    <Empty
      icon={IconListDetails}
      title={t("roll.empty")}
      text={t("roll.emptyText")}
      action={
        <Button component={Link} to="/rental/leases" variant="default">
          {t("roll.toLeases")}
        </Button>
      }
    />
  );
}
