import { Button, Group, Stack } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconUserPlus, IconUserSearch } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useSearchParams } from "react-router";
import type { MemberRow } from "../../../../src/contract/membership.ts";
import { readDraft, saveDraft } from "../../../lib/drafts.ts";
import { type Pages, usePages } from "../../../lib/pages.ts";
import { refusalIn, useLanguage } from "../../../lib/refusals.ts";
import { useMay, useOfficeIdentity } from "../../../lib/useSession.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { readOffice } from "../../../ui/OfficeFilter.tsx";
import { Page } from "../../../ui/Page.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { VirtualTable } from "../../../ui/VirtualTable.tsx";
import { ListActions } from "./ListActions.tsx";
import { isFiltered, type ListView, NO_FILTER, readListView, writeListView } from "./listAddress.ts";
import { MemberFilters } from "./MemberFilters.tsx";
import { memberColumns } from "./memberColumns.tsx";

const SEARCH = "member.list.search";

/** The register: search, filters and the list. */
export function MembersPage() {
  const { t } = useTranslation("membership");
  const [view, change] = useListView();
  const pages = usePages("membership.listMembers", view);
  return (
    <Page wide filling title={t("title")} action={<ListActions filter={view.filter} total={pages.total} />}>
      <Stack gap="sm" mb="sm">
        <MemberFilters filter={view.filter} onChange={(filter) => change({ filter })} />
        <RefusalNotice refusal={refusalIn(pages.error)} />
      </Stack>
      <Register view={view} pages={pages} onChange={change} />
    </Page>
  );
}

/** The view: its filters live in the address, what is searched in memory; going back finds both. */
function useListView(): [ListView, (part: Partial<ListView>) => void] {
  const [address, setAddress] = useSearchParams();
  const [text, setText] = useState(() => readDraft<string>(SEARCH) ?? "");
  const identity = useOfficeIdentity();
  const view = useMemo(() => {
    const office = identity?.headquarters ? readOffice(address, identity.code) : undefined;
    return readListView(address, text, office);
  }, [address, text, identity]);
  const change = (part: Partial<ListView>) => {
    const next = { ...view, ...part };
    setText(next.filter.text);
    saveDraft(SEARCH, next.filter.text);
    setAddress(writeListView(next), { replace: true });
  };
  return [view, change];
}

interface RegisterProps {
  readonly view: ListView;
  readonly pages: Pages<"membership.listMembers">;
  readonly onChange: (part: Partial<ListView>) => void;
}

function Register({ view, pages, onChange }: RegisterProps) {
  const { t } = useTranslation("membership");
  const navigate = useNavigate();
  const columns = useColumns(view.filter.office === "all");
  if (pages.total === 0 && !pages.loading && pages.error === null) {
    return isFiltered(view.filter) || view.filter.office !== undefined ? (
      <NothingFound onClear={() => onChange({ filter: NO_FILTER })} />
    ) : (
      <NobodyYet />
    );
  }
  return (
    <VirtualTable
      label={t("title")}
      columns={columns}
      count={pages.total}
      rowAt={pages.rowAt}
      onShow={pages.show}
      onOpen={(row: MemberRow) => navigate(`/members/${row.id}`)}
      sort={{
        by: view.sort,
        descending: view.descending,
        onSort: (sort, descending) => onChange({ sort, descending }),
      }}
    />
  );
}

const SPARED_WHEN_NARROW = ["birth", "joinedOn"];

/** At 125 % zoom two columns step aside, a third for the office, so that nothing has to be scrolled sideways. */
function useColumns(withOffice: boolean) {
  const { t } = useTranslation("membership");
  const language = useLanguage();
  const narrow = useMediaQuery("(max-width: 75em)") ?? false;
  return useMemo(() => {
    const columns = memberColumns(t, language, withOffice);
    const spared = withOffice ? [...SPARED_WHEN_NARROW, "locality"] : SPARED_WHEN_NARROW;
    return narrow ? columns.filter(({ id }) => !spared.includes(id)) : columns;
  }, [t, language, narrow, withOffice]);
}

function NobodyYet() {
  const { t } = useTranslation("membership");
  const mayImport = useMay("members.import");
  const mayWrite = useMay("members.write");
  return (
    <Empty
      icon={IconUserPlus}
      title={t("list.emptyTitle")}
      text={t("list.emptyText")}
      action={
        <Group>
          {mayImport && (
            <Button component={Link} to="/members/import" variant="default">
              {t("list.import")}
            </Button>
          )}
          {mayWrite && (
            <Button component={Link} to="/members/new">
              {t("list.new")}
            </Button>
          )}
        </Group>
      }
    />
  );
}

function NothingFound({ onClear }: { readonly onClear: () => void }) {
  const { t } = useTranslation("membership");
  return (
    <Empty
      icon={IconUserSearch}
      title={t("list.nothingTitle")}
      text={t("list.nothingText")}
      action={
        <Button variant="default" onClick={onClear}>
          {t("filters.clear")}
        </Button>
      }
    />
  );
}
