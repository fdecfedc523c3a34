import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Outlet, useLocation } from "react-router";
import { HeaderBar } from "./HeaderBar.tsx";
import { Navigation } from "./Navigation.tsx";
import classes from "./Shell.module.css";
import { useStillHere } from "./useStillHere.ts";

/** The office's frame: navigation, header line, page. */
export function Shell() {
  const { t } = useTranslation("app");
  const main = useRef<HTMLElement>(null);
  useStillHere();
  useNewPage(main);
  return (
    <div className={classes.shell}>
      <button type="button" className={classes.skip} onClick={() => main.current?.focus()}>
        {t("skip")}
      </button>
      <Navigation />
      <HeaderBar />
      <main ref={main} id="page" tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
    </div>
  );
}

/** A new page begins at its top, and the keyboard with it. */
function useNewPage(main: React.RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    main.current?.scrollTo(0, 0);
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [pathname, main]);
}
