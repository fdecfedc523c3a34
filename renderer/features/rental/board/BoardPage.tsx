import { Button, Group, Stack } from "@mantine/core";
import { IconBuildingStore, IconPlus, IconSearchOff } from "@tabler/icons-react";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { Premises } from "../../../../src/contract/rentalViews.ts";
import { useAsk } from "../../../lib/calls.ts";
import { readDraft, saveDraft } from "../../../lib/drafts.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { ExportMenu } from "../../../ui/ExportMenu.tsx";
import { OfficeFilter } from "../../../ui/OfficeFilter.tsx";
import { Page } from "../../../ui/Page.tsx";
import { useOfficeInAddress } from "../../../ui/useOfficeInAddress.ts";
import { exportedList } from "../exportedList.ts";
import { PremisesDialog } from "../premises/PremisesDialog.tsx";
import { RentalTabs } from "../RentalTabs.tsx";
import classes from "./Board.module.css";
import { BoardFilters } from "./BoardFilters.tsx";
import { type BoardView, readBoardView, shownOf, writeBoardView } from "./boardView.ts";
import { PremisesCard } from "./PremisesCard.tsx";

const SEARCH = "rental.board.search";

/** All premises at a glance: who has them, what is late, what is vacant. */
export function BoardPage() {
  const { t } = useTranslation("rental");
  const [office] = useOfficeInAddress();
  const premises = useAsk(
    "rental.premises",
    { withRetired: true, ...(office ? { office } : {}) },
    { keepPrevious: true },
  );
  const [adding, setAdding] = useState(false);
  const mayManage = useMay("rental.manage");
  const addButton = mayManage && office === undefined && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
      {t("board.new")}
    </Button>
  );
  const isEmpty = premises.data?.length === 0;
  return (
    <Page
      wide
      title={t("title")}
      subtitle={t("board.subtitle")}
      action={
        <Group gap="sm" wrap="nowrap" style={{ flex: "none" }}>
          <ExportMenu
            operation="rental.exportList"
            input={exportedList("premises", office)}
            codebook="premises"
            disabled={isEmpty}
          />
          {!isEmpty && addButton}
        </Group>
      }
    >
      <RentalTabs />
      <Asked of={premises}>
        {(all) => (all.length === 0 && !office ? <NoneYet action={addButton} /> : <Board all={all} />)}
      </Asked>
      {adding && <PremisesDialog premises={null} onClose={() => setAdding(false)} />}
    </Page>
  );
}

function useBoardView(): [BoardView, (view: BoardView) => void] {
  const [address, setAddress] = useSearchParams();
  const [text, setText] = useState(() => readDraft<string>(SEARCH) ?? "");
  const view = useMemo(() => readBoardView(address, text), [address, text]);
  const change = (next: BoardView) => {
    setText(next.text);
    saveDraft(SEARCH, next.text);
    setAddress(writeBoardView(next, address), { replace: true });
  };
  return [view, change];
}

function Board({ all }: { readonly all: readonly Premises[] }) {
  const { t } = useTranslation("rental");
  const [office] = useOfficeInAddress();
  const [view, change] = useBoardView();
  const shown = shownOf(all, view);
  return (
    <Stack gap="md">
      <BoardFilters all={all} view={view} onChange={change} />
      {shown.length === 0 ? (
        <Empty
          icon={IconSearchOff}
          title={t("board.nothing")}
          text={t("board.nothingText")}
          action={
            <Button variant="default" onClick={() => change({ text: "", states: [], kind: null })}>
              {t("filters.clear")}
            </Button>
          }
        />
      ) : (
        <ul className={classes.board}>
          {shown.map((premises) => (
            <PremisesCard key={premises.id} premises={premises} withOffice={office === "all"} />
          ))}
        </ul>
      )}
    </Stack>
  );
}

/** Headquarters may let nothing itself and looks at the offices' premises all the same. */
function NoneYet({ action }: { readonly action: ReactNode }) {
  const { t } = useTranslation("rental");
  const [office, setOffice] = useOfficeInAddress();
  return (
    <>
      <OfficeFilter value={office} onChange={setOffice} />
      <Empty icon={IconBuildingStore} title={t("board.empty")} text={t("board.emptyText")} action={action} />
    </>
  );
}
