import { Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OfficeCode } from "../../../../src/contract/primitives.ts";
import type { Dhis2Mapping } from "../../../../src/contract/reportingTerms.ts";
import { useAsk } from "../../../lib/calls.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { CheckPanel } from "./CheckPanel.tsx";
import classes from "./Dhis2.module.css";
import { ElementsPanel } from "./ElementsPanel.tsx";
import { HeadPanel } from "./HeadPanel.tsx";
import { SaveBar } from "./SaveBar.tsx";
import { UnitsPanel } from "./UnitsPanel.tsx";
import { useMapping } from "./useMapping.ts";

/** At headquarters: how offices and figures are called in a DHIS2, and a month's values for it as a file. */
export function Dhis2Page() {
  const mapping = useAsk("reporting.dhis2Mapping", {});
  const offices = useAsk("headquarters.offices", {});
  return (
    <Asked of={mapping}>
      {(saved) => (
        <Asked of={offices}>
          {(lines) => (
            <MappingEditor
              saved={saved}
              offices={lines.filter(({ standing }) => standing !== "invited").map(({ code }) => code)}
            />
          )}
        </Asked>
      )}
    </Asked>
  );
}

interface MappingEditorProps {
  readonly saved: Dhis2Mapping;
  readonly offices: readonly OfficeCode[];
}

function MappingEditor({ saved, offices }: MappingEditorProps) {
  const { t } = useTranslation("reports");
  const editing = useMapping(saved, offices);
  return (
    <>
      <Stack gap="md">
        <Text c="dimmed" maw="75ch">
          {t("dhis2.intro")}
        </Text>
        <RefusalNotice refusal={editing.refusal} />
        <HeadPanel form={editing.form} editing={editing} />
        <UnitsPanel form={editing.form} />
        <ElementsPanel form={editing.form} />
        <CheckPanel mapping={editing.mapping} />
      </Stack>
      <div className={classes.bar}>
        <SaveBar editing={editing} />
      </div>
    </>
  );
}
