import { Fieldset, NumberInput, SimpleGrid, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { LiteracyLevel } from "../../../../src/contract/literacyTerms.ts";
import { suggestedLevel } from "../../../../src/domain/literacy/placing.ts";
import { WHOLE } from "../../../ui/numberFields.ts";
import { readPlacement, TESTED } from "./enrolForm.ts";
import type { EnrolFormType } from "./useEnrolForm.ts";

const BEST_MARK = 5;

interface PlacementFieldsProps {
  readonly form: EnrolFormType;
  /** Of the class; null while it is not chosen. */
  readonly level: LiteracyLevel | null;
}

/** The placement test: three marks and the level that they speak for. */
export function PlacementFields({ form, level }: PlacementFieldsProps) {
  const { t } = useTranslation("literacy");
  return (
    <Fieldset legend={t("enrol.test")}>
      <SimpleGrid cols={3} spacing="sm">
        {TESTED.map((part) => (
          <NumberInput
            key={part}
            label={t(`domains.${part}`)}
            {...WHOLE}
            max={BEST_MARK}
            clampBehavior="strict"
            {...form.getInputProps(part)}
          />
        ))}
      </SimpleGrid>
      <Text size="sm" c="dimmed" mt="xs" aria-live="polite">
        <Suggestion form={form} level={level} />
      </Text>
    </Fieldset>
  );
}

function Suggestion({ form, level }: PlacementFieldsProps) {
  const { t } = useTranslation("literacy");
  const placement = readPlacement(form.values);
  if (placement === null || placement === "part") return t("enrol.testHint");
  const suggested = suggestedLevel(placement);
  return (
    <>
      {t("enrol.suggested", { level: t(`levels.${suggested}`) })}
      {level !== null && level !== suggested && (
        <Text span inherit c="ochre" display="block">
          {t("enrol.otherLevel", { level: t(`levels.${level}`) })}
        </Text>
      )}
    </>
  );
}
