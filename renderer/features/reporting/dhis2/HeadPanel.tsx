import { Button, FileButton, Group, SimpleGrid } from "@mantine/core";
import { IconDownload, IconUpload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Panel } from "../../../ui/Panel.tsx";
import { UidField } from "./UidField.tsx";
import type { Editing, MappingFormType } from "./useMapping.ts";

interface HeadPanelProps {
  readonly form: MappingFormType;
  readonly editing: Pick<Editing, "take" | "give">;
}

/** The data set, and the mapping as a file from and for others. */
export function HeadPanel({ form, editing }: HeadPanelProps) {
  const { t } = useTranslation("reports");
  const takeFile = async (file: File | null) => {
    if (file !== null) editing.take(new Uint8Array(await file.arrayBuffer()));
  };
  return (
    <Panel
      title={t("dhis2.set")}
      text={t("dhis2.setText")}
      action={
        <Group gap="xs" wrap="nowrap">
          <FileButton accept=".json,application/json" onChange={(file) => void takeFile(file)}>
            {(props) => (
              <Button {...props} variant="default" leftSection={<IconUpload size={16} aria-hidden />}>
                {t("dhis2.take")}
              </Button>
            )}
          </FileButton>
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            onClick={editing.give}
          >
            {t("dhis2.give")}
          </Button>
        </Group>
      }
    >
      <SimpleGrid cols={2} spacing="md">
        <UidField
          label={t("dhis2.dataSet")}
          description={t("dhis2.dataSetHint")}
          value={form.values.dataSet}
          onChange={(text) => form.setFieldValue("dataSet", text)}
        />
        <UidField
          label={t("dhis2.attributeOptionCombo")}
          description={t("dhis2.optionalHint")}
          value={form.values.attributeOptionCombo}
          onChange={(text) => form.setFieldValue("attributeOptionCombo", text)}
        />
      </SimpleGrid>
    </Panel>
  );
}
