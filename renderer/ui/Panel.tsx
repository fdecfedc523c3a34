import { Title } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./Panel.module.css";

interface PanelProps {
  readonly title?: ReactNode;
  readonly text?: ReactNode;
  readonly action?: ReactNode;
  /** `attention` for what is late or needs somebody. */
  readonly tone?: "plain" | "attention";
  /** No inner margin: for a table that reaches the border. */
  readonly flush?: boolean;
  readonly children?: ReactNode;
}

/** A sheet of paper on the ground: one subject, with its heading. */
export function Panel({ title, text, action, tone = "plain", flush, children }: PanelProps) {
  const look = [classes.panel, tone === "attention" && classes.attention, flush && classes.flush];
  return (
    <section className={look.filter(Boolean).join(" ")}>
      {title && (
        <div className={classes.head}>
          <div>
            <Title order={2} className={classes.heading ?? ""}>
              {title}
            </Title>
            {text && <p className={classes.headingText}>{text}</p>}
          </div>
          {action}
        </div>
      )}
      {children}
    </section>
  );
}
