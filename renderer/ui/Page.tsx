import { Title } from "@mantine/core";
import { IconChevronLeft } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import classes from "./Page.module.css";

interface PageProps {
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  /** The page's one main action, and little ones beside it. */
  readonly action?: ReactNode;
  readonly back?: { readonly to: string; readonly label: string };
  /** Uses the whole width, for tables. */
  readonly wide?: boolean;
  /** The last child takes the height that is left, for tables that scroll inside. */
  readonly filling?: boolean;
  readonly children: ReactNode;
}

export function Page({ title, subtitle, action, back, wide, filling, children }: PageProps) {
  const look = [classes.page, wide && classes.wide, filling && classes.filling].filter(Boolean).join(" ");
  return (
    <div className={look}>
      <header className={classes.head}>
        <div className={classes.words}>
          {back && (
            <Link to={back.to} className={classes.back}>
              <IconChevronLeft size={16} aria-hidden />
              {back.label}
            </Link>
          )}
          <Title order={1} className={classes.title ?? ""}>
            {title}
          </Title>
          {subtitle && <p className={classes.subtitle}>{subtitle}</p>}
        </div>
        {action}
      </header>
      {children}
    </div>
  );
}
