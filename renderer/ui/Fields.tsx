import { Fieldset, SimpleGrid } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./Fields.module.css";

interface FieldsProps {
  readonly legend?: string;
  readonly columns?: 1 | 2 | 3;
  readonly children: ReactNode;
}

/** Fields that belong together, in columns, under one legend. */
export function Fields({ legend, columns = 2, children }: FieldsProps) {
  return (
    <Fieldset
      variant="unstyled"
      legend={legend}
      classNames={{ root: classes.set ?? "", legend: classes.legend ?? "" }}
    >
      <SimpleGrid cols={columns} spacing="md" verticalSpacing="sm">
        {children}
      </SimpleGrid>
    </Fieldset>
  );
}

/** Facts that are read, not typed: name and value in two columns. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className={classes.facts}>{children}</dl>;
}

export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children === "" ? "—" : children}</dd>
    </div>
  );
}
