import { Checkbox, SimpleGrid } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OfficeLine } from "../../../../src/contract/headquarters.ts";
import type { OfficeCode } from "../../../../src/contract/primitives.ts";

interface OfficeChoiceProps {
  readonly lines: readonly OfficeLine[];
  readonly chosen: readonly OfficeCode[];
  readonly onChange: (codes: readonly OfficeCode[]) => void;
}

/** Which offices get an answer. */
export function OfficeChoice({ lines, chosen, onChange }: OfficeChoiceProps) {
  const { t } = useTranslation("headquarters");
  return (
    <Checkbox.Group
      aria-label={t("answers.forWhom")}
      value={[...chosen]}
      onChange={(codes) => onChange(codes)}
    >
      <SimpleGrid cols={3} spacing="md" verticalSpacing="sm">
        {lines.map((line) => (
          <Checkbox
            key={line.code}
            value={line.code}
            label={`${line.code} ${line.name}`}
            description={t(line.answerDue ? "answers.due" : "answers.upToDate")}
          />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
}
