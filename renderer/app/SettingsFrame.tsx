import { useTranslation } from "react-i18next";
import { Outlet } from "react-router";
import type { Permission } from "../../src/contract/permissions.ts";
import { useOfficeIdentity, useSession } from "../lib/useSession.ts";
import { Page } from "../ui/Page.tsx";
import { PageTabs } from "../ui/PageTabs.tsx";

const TABS = [
  { to: "/settings", word: "office", needs: null },
  { to: "/settings/users", word: "users", needs: "access.users" },
  { to: "/settings/tiers", word: "tiers", needs: "access.users", headquarters: true },
  { to: "/settings/plans", word: "plans", needs: "insurance.read" },
  { to: "/settings/chart", word: "chart", needs: "cashbook.read" },
  { to: "/settings/projects", word: "projects", needs: "cashbook.read" },
  { to: "/settings/programmes", word: "programmes", needs: "literacy.read" },
  { to: "/settings/holidays", word: "holidays", needs: "literacy.read" },
  { to: "/settings/passphrase", word: "passphrase", needs: null },
  { to: "/settings/backup", word: "backup", needs: "office.backup" },
  { to: "/settings/check-up", word: "checkUp", needs: "office.check" },
  { to: "/settings/audit", word: "audit", needs: "audit.read" },
] as const;

/** What belongs to the office and its people: one page a subject, under one heading. */
export function SettingsFrame() {
  const { t } = useTranslation("app");
  const session = useSession();
  const headquarters = useOfficeIdentity()?.headquarters ?? false;
  const may = (needs: Permission | null) => needs === null || session?.permissions.includes(needs);
  const tabs = TABS.filter((tab) => may(tab.needs) && (headquarters || !("headquarters" in tab)));
  return (
    <Page title={t("nav.settings")}>
      <div>
        <PageTabs
          label={t("nav.settings")}
          tabs={tabs.map(({ to, word }) => ({ to, label: t(`settings.${word}`) }))}
        />
        <Outlet />
      </div>
    </Page>
  );
}
