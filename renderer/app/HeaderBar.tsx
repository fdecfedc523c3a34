import { ActionIcon, Tooltip, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconEye, IconEyeOff, IconLock, IconMoon, IconSun } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useTell } from "../lib/calls.ts";
import { chooseLanguage } from "../lib/language.ts";
import { toggleDiscreet, usePreferences } from "../lib/preferences.ts";
import { useLanguage } from "../lib/refusals.ts";
import { useMay, useSession } from "../lib/useSession.ts";
import { MemberSearch } from "./MemberSearch.tsx";
import { keepOnlyState } from "./queries.ts";
import classes from "./Shell.module.css";

/** Search, who is signed in, and the switches of this screen. */
export function HeaderBar() {
  const { t } = useTranslation("app");
  const mayRead = useMay("members.read");
  return (
    <header className={classes.head}>
      <div className={classes.search}>{mayRead && <MemberSearch />}</div>
      <div className={classes.tools}>
        <Who />
        <DiscreetSwitch />
        <SchemeSwitch />
        <LanguageSwitch />
        <LockButton label={t("tools.lock")} />
      </div>
    </header>
  );
}

function Who() {
  const { t } = useTranslation("common");
  const session = useSession();
  if (!session) return null;
  return (
    <div className={classes.who}>
      {session.name}
      <span className={classes.role}>{t(`role.${session.role}`)}</span>
    </div>
  );
}

interface ToolProps {
  readonly label: string;
  readonly pressed?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Tool({ label, pressed, onClick, children }: ToolProps) {
  return (
    // Within the page's landmarks, where who listens to the page finds it.
    <Tooltip label={label} withinPortal={false}>
      <ActionIcon
        aria-label={label}
        aria-pressed={pressed}
        variant={pressed ? "light" : "subtle"}
        color={pressed ? "ochre" : "gray"}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

function DiscreetSwitch() {
  const { t } = useTranslation("app");
  const { discreet } = usePreferences();
  useHotkeys([["mod+M", toggleDiscreet]], []);
  return (
    <Tool label={t("tools.discreet")} pressed={discreet} onClick={toggleDiscreet}>
      {discreet ? <IconEyeOff size={20} aria-hidden /> : <IconEye size={20} aria-hidden />}
    </Tool>
  );
}

function SchemeSwitch() {
  const { t } = useTranslation("app");
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme("light");
  return (
    <Tool
      label={t(scheme === "dark" ? "tools.light" : "tools.dark")}
      onClick={() => setColorScheme(scheme === "dark" ? "light" : "dark")}
    >
      {scheme === "dark" ? <IconSun size={20} aria-hidden /> : <IconMoon size={20} aria-hidden />}
    </Tool>
  );
}

function LanguageSwitch() {
  const { t } = useTranslation("app");
  const other = useLanguage() === "fr" ? "en" : "fr";
  return (
    <Tool label={t("tools.language")} onClick={() => void chooseLanguage(other)}>
      <strong style={{ fontSize: "0.8125rem" }}>{other.toUpperCase()}</strong>
    </Tool>
  );
}

function LockButton({ label }: { readonly label: string }) {
  const lock = useTell("access.lock", { invalidates: [] });
  const run = () => void lock.tell({}).then(keepOnlyState);
  useHotkeys([["mod+L", run]], []);
  return (
    <Tool label={label} onClick={run}>
      <IconLock size={20} aria-hidden />
    </Tool>
  );
}
