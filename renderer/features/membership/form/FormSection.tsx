import { SimpleGrid, Text, Title, Tooltip } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./MemberForm.module.css";

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

/** A label with a small lock: this field never leaves the office. */
export function LocalLabel({ text }: { readonly text: string }) {
  const { t } = useTranslation("membership");
  return (
    <>
      {text}{" "}
      <Tooltip label={t("form.localOnlyWhy")} multiline w={260}>
        <span className={classes.local}>
          <IconLock size={12} aria-hidden /> {t("form.localOnly")}
        </span>
      </Tooltip>
    </>
  );
}

/** Takes the whole width of a section. */
export function Wide({ children }: { readonly children: ReactNode }) {
  return <div style={{ gridColumn: "1 / -1" }}>{children}</div>;
}
