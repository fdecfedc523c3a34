import {
  IconBooks,
  IconBuildingCommunity,
  IconBuildingStore,
  IconCalendarEvent,
  IconChartBar,
  IconDeviceUsb,
  IconHeartHandshake,
  IconId,
  IconNotebook,
  IconSettings,
  IconUsers,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import type { Permission } from "../../src/contract/permissions.ts";
import { showDay } from "../lib/format.ts";
import { useOfficeIdentity, useOfficeState, useSession } from "../lib/useSession.ts";
import { Wordmark } from "../ui/Wordmark.tsx";
import classes from "./Shell.module.css";

/**
 * Headquarters takes in the sticks of its offices and sends none; an antenna has no offices. One of the permissions
 * is enough; where there is none, everybody enters.
 */
const PLACES = [
  { to: "/", word: "today", icon: IconCalendarEvent, needs: [] },
  { to: "/members", word: "members", icon: IconUsers, needs: ["members.read"] },
  { to: "/cards", word: "cards", icon: IconId, needs: ["cards.check"] },
  {
    to: "/insurance",
    word: "insurance",
    icon: IconHeartHandshake,
    needs: ["insurance.read", "claims.read", "checkups.read"],
  },
  { to: "/rental", word: "rental", icon: IconBuildingStore, needs: ["rental.read"] },
  { to: "/literacy", word: "literacy", icon: IconBooks, needs: ["literacy.read"] },
  { to: "/cashbook", word: "cashbook", icon: IconNotebook, needs: ["cashbook.read"] },
  { to: "/reporting", word: "reporting", icon: IconChartBar, needs: ["reporting.read"] },
  { to: "/stick", word: "stick", icon: IconDeviceUsb, needs: ["sync.read"], at: "antenna" },
  {
    to: "/headquarters",
    word: "headquarters",
    icon: IconBuildingCommunity,
    needs: ["headquarters.read"],
    at: "headquarters",
  },
  { to: "/settings", word: "settings", icon: IconSettings, needs: [] },
] as const;

/** The office's places that the person may enter, and which office this is. */
export function Navigation() {
  const { t } = useTranslation("app");
  const session = useSession();
  const here = useOfficeIdentity()?.headquarters ? "headquarters" : "antenna";
  const may = (needs: readonly Permission[]) =>
    needs.length === 0 || needs.some((permission) => session?.permissions.includes(permission));
  const places = PLACES.filter((place) => may(place.needs) && (!("at" in place) || place.at === here));
  return (
    <nav className={classes.nav} aria-label={t("nav.label")}>
      <div className={classes.brand}>
        <Wordmark />
      </div>
      <ul className={classes.links}>
        {places.map((place) => (
          <li key={place.to}>
            <NavLink to={place.to} end={place.to === "/"} className={classes.link ?? ""}>
              <place.icon size={20} stroke={1.7} aria-hidden />
              {t(`nav.${place.word}`)}
            </NavLink>
          </li>
        ))}
      </ul>
      <WhichOffice />
    </nav>
  );
}

function WhichOffice() {
  const { t } = useTranslation("app");
  const state = useOfficeState();
  if (state?.stage !== "open") return null;
  return (
    <div className={classes.office}>
      <div className={classes.officeName}>{state.office.name}</div>
      <div className="numerals">
        {state.office.code} · {t("version", { version: state.version })}
      </div>
      <div className="numerals">
        {state.builtOn === null ? t("fromSources") : t("builtOn", { day: showDay(state.builtOn) })}
      </div>
      {state.demo && <span className={classes.demo}>{t("demo")}</span>}
    </div>
  );
}
