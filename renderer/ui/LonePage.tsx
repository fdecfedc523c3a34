import { Title } from "@mantine/core";
import type { ReactNode } from "react";
import { ClothMotif } from "./ClothMotif.tsx";
import classes from "./LonePage.module.css";
import { Wordmark } from "./Wordmark.tsx";

interface LonePageProps {
  readonly title: ReactNode;
  readonly text?: ReactNode;
  /** On the cloth, below the wordmark. */
  readonly beside?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A page outside of the office (first start, sign-in, a lost service): cloth on the left, one task on the right. */
export function LonePage({ title, text, beside, wide, children }: LonePageProps) {
  return (
    <div className={classes.page}>
      <aside className={classes.cloth}>
        <ClothMotif />
        <Wordmark size="large" />
        <div className={classes.beside}>{beside}</div>
      </aside>
      <main className={classes.content}>
        <div className={`${classes.inner} ${wide ? classes.wide : ""}`}>
          <Title order={1} className={classes.title ?? ""}>
            {title}
          </Title>
          {text ? <p className={classes.text}>{text}</p> : <div style={{ height: "1.25rem" }} />}
          {children}
        </div>
      </main>
    </div>
  );
}
