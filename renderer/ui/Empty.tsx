import { Title } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./Empty.module.css";

interface EmptyProps {
  readonly icon: Icon;
  readonly title: string;
  /** What belongs here and how to begin. */
  readonly text: string;
  readonly action?: ReactNode;
}

export function Empty({ icon: Drawing, title, text, action }: EmptyProps) {
  return (
    <div className={classes.empty}>
      <div className={classes.icon}>
        <Drawing size={32} stroke={1.5} aria-hidden />
      </div>
      <Title order={2} className={classes.title ?? ""}>
        {title}
      </Title>
      <p className={classes.text}>{text}</p>
      {action}
    </div>
  );
}
