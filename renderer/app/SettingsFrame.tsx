import { useTranslation } from "react-i18next";
import { NavLink, Outlet } from "react-router";
import type { Permission } from "../../src/contract/permissions.ts";
import { useSession } from "../lib/useSession.ts";
import { Page } from "../ui/Page.tsx";
import classes from "./SettingsFrame.module.css";

const TABS = [
  { to: "/settings", word: "office", needs: null },
  { to: "/settings/users", word: "users", needs: "access.users" },
  { to: "/settings/passphrase", word: "passphrase", needs: null },
  { to: "/settings/backup", word: "backup", needs: "office.backup" },
  { to: "/settings/check-up", word: "checkUp", needs: "office.check" },
  { to: "/settings/audit", word: "audit", needs: "audit.read" },
] as const;

/** What belongs to the office and its people: one page a subject, under one heading. */
export function SettingsFrame() {
  const { t } = useTranslation("app");
  const session = useSession();
  const may = (needs: Permission | null) => needs === null || session?.permissions.includes(needs);
  return (
    <Page title={t("nav.settings")}>
      <div>
        <nav className={classes.tabs} aria-label={t("nav.settings")}>
          {TABS.filter((tab) => may(tab.needs)).map((tab) => (
            <NavLink key={tab.to} to={tab.to} end className={classes.tab ?? ""}>
              {t(`settings.${tab.word}`)}
            </NavLink>
          ))}
        </nav>
        <Outlet />
      </div>
    </Page>
  );
}
