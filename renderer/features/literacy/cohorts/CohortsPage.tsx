import { Button, Group, Stack } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconBooks, IconPlus, IconSearch } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useSearchParams } from "react-router";
import type { CohortRow } from "../../../../src/contract/literacyViews.ts";
import { useAsk } from "../../../lib/calls.ts";
import { readDraft, saveDraft } from "../../../lib/drafts.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { useMay, useOfficeIdentity } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { ExportMenu } from "../../../ui/ExportMenu.tsx";
import { readOffice } from "../../../ui/OfficeFilter.tsx";
import { Page } from "../../../ui/Page.tsx";
import { VirtualTable } from "../../../ui/VirtualTable.tsx";
import { LiteracyTabs } from "../LiteracyTabs.tsx";
import { cohortPath } from "../places.ts";
import { CohortFilters } from "./CohortFilters.tsx";
import { cohortColumns } from "./cohortColumns.tsx";
import { type CohortView, isNarrowed, readCohortView, writeCohortView } from "./cohortView.ts";
import { exportSpan } from "./exportSpan.ts";

const SEARCH = "literacy.cohorts.search";
const ROW_HEIGHT = 52;

/** Every class: search, states and the list. */
export function CohortsPage() {
  const { t } = useTranslation("literacy");
  const [view, change] = useCohortView();
  const cohorts = useAsk("literacy.cohorts", { ...view, states: [...view.states] }, { keepPrevious: true });
  const rows = cohorts.data ?? [];
  const { office } = view;
  const list = { list: "cohorts", cohortId: null, ...exportSpan(rows) } as const;
  return (
    <Page
      wide
      filling
      title={t("title")}
      subtitle={t("cohorts.subtitle")}
      action={
        <Group gap="sm" wrap="nowrap" style={{ flex: "none" }}>
          <ExportMenu
            operation="literacy.exportList"
            input={office === undefined ? list : { ...list, office }}
            codebook="cohorts"
            disabled={rows.length === 0}
          />
          <NewCohort />
        </Group>
      }
    >
      <LiteracyTabs />
      <Stack gap="sm" mb="sm">
        <CohortFilters view={view} onChange={change} />
      </Stack>
      <Asked of={cohorts}>{(found) => <CohortList rows={found} view={view} onChange={change} />}</Asked>
    </Page>
  );
}

function NewCohort() {
  const { t } = useTranslation("literacy");
  const mayManage = useMay("literacy.manage");
  if (!mayManage) return null;
  return (
    <Button component={Link} to="/literacy/new" leftSection={<IconPlus size={18} aria-hidden />}>
      {t("cohorts.new")}
    </Button>
  );
}

/** The filters live in the address, what is searched in memory; going back finds both. */
function useCohortView(): [CohortView, (view: CohortView) => void] {
  const [address, setAddress] = useSearchParams();
  const [text, setText] = useState(() => readDraft<string>(SEARCH) ?? "");
  const identity = useOfficeIdentity();
  const view = useMemo(() => {
    const office = identity?.headquarters ? readOffice(address, identity.code) : undefined;
    return readCohortView(address, text, office);
  }, [address, text, identity]);
  const change = (next: CohortView) => {
    setText(next.text);
    saveDraft(SEARCH, next.text);
    setAddress(writeCohortView(next), { replace: true });
  };
  return [view, change];
}

interface CohortListProps {
  readonly rows: readonly CohortRow[];
  readonly view: CohortView;
  readonly onChange: (view: CohortView) => void;
}

function CohortList({ rows, view, onChange }: CohortListProps) {
  const { t } = useTranslation("literacy");
  const navigate = useNavigate();
  const language = useLanguage();
  const narrow = useMediaQuery("(max-width: 75em)") ?? false;
  const withOffice = view.office === "all";
  // At 125 % zoom columns step aside, so that nothing has to be scrolled sideways.
  const columns = useMemo(() => {
    const aside = !narrow ? [] : withOffice ? ["place", "trainer"] : ["place"];
    return cohortColumns(t, language, withOffice).filter(({ id }) => !aside.includes(id));
  }, [t, language, withOffice, narrow]);
  if (rows.length === 0) return <NoCohort view={view} onChange={onChange} />;
  return (
    <VirtualTable
      label={t("tabs.cohorts")}
      columns={columns}
      count={rows.length}
      rowAt={(index) => rows[index]}
      rowHeight={ROW_HEIGHT}
      onOpen={(row) => navigate(cohortPath(row.id))}
    />
  );
}

/** Nothing to show: because of what is asked for, or because there is no class yet. */
function NoCohort({ view, onChange }: Omit<CohortListProps, "rows">) {
  const { t } = useTranslation("literacy");
  const { office } = view;
  if (isNarrowed(view)) {
    const all = { text: "", states: [], ...(office === undefined ? {} : { office }) };
    return (
      <Empty
        icon={IconSearch}
        title={t("cohorts.nothing")}
        text={t("cohorts.nothingText")}
        action={
          <Button variant="default" onClick={() => onChange(all)}>
            {t("filters.clear")}
          </Button>
        }
      />
    );
  }
  return (
    <Empty
      icon={IconBooks}
      title={t("cohorts.empty")}
      text={t(office === undefined ? "cohorts.emptyText" : "cohorts.emptyElsewhere")}
      action={office === undefined ? <NewCohort /> : undefined}
    />
  );
}
