import { Anchor, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Refusal } from "../../../../src/contract/results.ts";
import { Panel } from "../../../ui/Panel.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";

interface FormNoticesProps {
  readonly refusal: Refusal | null;
  /** The form came back from a draft. */
  readonly restored: boolean;
  readonly onStartOver: () => void;
}

/** What a form says above its fields. */
export function FormNotices({ refusal, restored, onStartOver }: FormNoticesProps) {
  const { t } = useTranslation("common");
  return (
    <>
      <RefusalNotice refusal={refusal} />
      {restored && refusal === null && (
        <Panel>
          <Text size="sm">
            {t("unsavedKept")}{" "}
            <Anchor component="button" type="button" size="sm" onClick={onStartOver}>
              {t("startOver")}
            </Anchor>
          </Text>
        </Panel>
      )}
    </>
  );
}
