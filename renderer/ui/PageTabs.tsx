import { NavLink } from "react-router";
import classes from "./PageTabs.module.css";

interface PageTabsProps {
  /** What these pages are about, for who does not see them. */
  readonly label: string;
  readonly tabs: readonly { readonly to: string; readonly label: string }[];
  /** Goes along from page to page: `?office=KTL`. */
  readonly search?: string;
}

/** Pages of one subject, one click apart. */
export function PageTabs({ label, tabs, search = "" }: PageTabsProps) {
  // A page below a tab's own still belongs to it, unless that page has a tab itself.
  const isAbove = (path: string) => tabs.some(({ to }) => to.startsWith(`${path}/`));
  return (
    <nav className={classes.tabs} aria-label={label}>
      {tabs.map((tab) => (
        <NavLink
          key={tab.to}
          to={{ pathname: tab.to, search }}
          end={isAbove(tab.to)}
          className={classes.tab ?? ""}
        >
          {tab.label}
        </NavLink>
      ))}
    </nav>
  );
}
