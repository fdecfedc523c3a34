import { SimpleGrid, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./FormSection.module.css";

interface FormSectionProps {
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

/** One group of fields: its name at the left, the fields in two columns beside it. */
export function FormSection({ title, hint, children }: FormSectionProps) {
  return (
    <section aria-label={title} className={classes.section}>
      <div>
        <Title order={2} className={classes.sectionTitle ?? ""}>
          {title}
        </Title>
        {hint && (
          <Text size="xs" c="dimmed" mt={4}>
            {hint}
          </Text>
        )}
      </div>
      <SimpleGrid cols={2} spacing="md" verticalSpacing="sm">
        {children}
      </SimpleGrid>
    </section>
  );
}
