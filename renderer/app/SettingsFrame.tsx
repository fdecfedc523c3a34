import { useTranslation } from "react-i18next";
import { Outlet } from "react-router";
import type { Permission } from "../../src/contract/permissions.ts";
import { useOfficeIdentity, useSession } from "../lib/useSession.ts";
import { Page } from "../ui/Page.tsx";
import { PageTabs } from "../ui/PageTabs.tsx";

const OFFICE_TABS = [
  { to: "/settings", word: "office", needs: null },
  { to: "/settings/users", word: "users", needs: "access.users" },
  { to: "/settings/tiers", word: "tiers", needs: "access.users", headquarters: true },
  { to: "/settings/passphrase", word: "passphrase", needs: null },
  { to: "/settings/backup", word: "backup", needs: "office.backup" },
  { to: "/settings/check-up", word: "checkUp", needs: "office.check" },
  { to: "/settings/audit", word: "audit", needs: "audit.read" },
] as const;

/** The lists and rules that the work goes by. */
const LIST_TABS = [
  { to: "/settings/plans", word: "plans", needs: "insurance.read" },
  { to: "/settings/chart", word: "chart", needs: "cashbook.read" },
  { to: "/settings/projects", word: "projects", needs: "cashbook.read" },
  { to: "/settings/programmes", word: "programmes", needs: "literacy.read" },
  { to: "/settings/holidays", word: "holidays", needs: "literacy.read" },
  { to: "/settings/dhis2", word: "dhis2", needs: "reporting.dhis2", headquarters: true },
] as const;

type Tab = (typeof OFFICE_TABS)[number] | (typeof LIST_TABS)[number];

/** What belongs to the office and its people, and below it the lists that it works by: one page a subject. */
export function SettingsFrame() {
  const { t } = useTranslation("app");
  const session = useSession();
  const headquarters = useOfficeIdentity()?.headquarters ?? false;
  const may = (needs: Permission | null) => needs === null || session?.permissions.includes(needs);
  const shown = (tabs: readonly Tab[]) =>
    tabs
      .filter((tab) => may(tab.needs) && (headquarters || !("headquarters" in tab)))
      .map(({ to, word }) => ({ to, label: t(`settings.${word}`) }));
  const lists = shown(LIST_TABS);
  return (
    <Page title={t("nav.settings")}>
      <div>
        <PageTabs label={t("nav.settings")} tabs={shown(OFFICE_TABS)} />
        {lists.length > 0 && <PageTabs label={t("settings.lists")} tabs={lists} />}
        <Outlet />
      </div>
    </Page>
  );
}
