import { ActionIcon, Button, NumberInput, Select, Text, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { SkillDomain } from "../../../../src/contract/literacyTerms.ts";
import { WHOLE } from "../../../ui/numberFields.ts";
import { Panel } from "../../../ui/Panel.tsx";
import { nextSkill, type ProgrammeFormType } from "./programmeForm.ts";
import classes from "./Settings.module.css";

const PATH = "skills";
const MOST_SKILLS = 40;
const BEST_MARK = 100;

interface SkillGridProps {
  readonly form: ProgrammeFormType;
  readonly readOnly: boolean;
}

/** What the women will be able to do, one a line, with the scale of its marks. */
export function SkillGrid({ form, readOnly }: SkillGridProps) {
  const { t } = useTranslation("literacy");
  const { skills } = form.values;
  return (
    <Panel title={t("programmes.skillsTitle")} text={t("programmes.skillsHint")}>
      {skills.length === 0 ? (
        <Text c="dimmed">{t("programmes.noSkill")}</Text>
      ) : (
        <div className={classes.skillHead} aria-hidden>
          <span>{t("programmes.skill.code")}</span>
          <span>{t("programmes.skill.domain")}</span>
          <span>{t("programmes.skill.name")}</span>
          <span>{t("programmes.skill.most")}</span>
        </div>
      )}
      {skills.map((_skill, index) => (
        // A line has no identity but its place: nothing in it but its fields holds state.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <SkillLine key={index} form={form} index={index} readOnly={readOnly} />
      ))}
      {form.errors[PATH] && (
        <Text c="ochre" size="sm" role="alert">
          {form.errors[PATH]}
        </Text>
      )}
      {!readOnly && skills.length < MOST_SKILLS && (
        <Button
          mt="xs"
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => form.insertListItem(PATH, nextSkill(skills))}
        >
          {t("programmes.addSkill")}
        </Button>
      )}
    </Panel>
  );
}

interface SkillLineProps extends SkillGridProps {
  readonly index: number;
}

function SkillLine({ form, index, readOnly }: SkillLineProps) {
  const { t } = useTranslation("literacy");
  const place = index + 1;
  const path = `${PATH}.${index}`;
  const code = form.getInputProps(`${path}.code`);
  return (
    <div className={classes.skill}>
      <TextInput
        aria-label={t("programmes.skill.codeOf", { place })}
        maxLength={12}
        {...code}
        onChange={(event) => {
          form.clearFieldError(PATH);
          code.onChange(event);
        }}
      />
      <Select
        aria-label={t("programmes.skill.domainOf", { place })}
        data={SkillDomain.options.map((value) => ({ value, label: t(`domains.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps(`${path}.domain`)}
      />
      <TextInput
        aria-label={t("programmes.skill.nameOf", { place })}
        maxLength={120}
        {...form.getInputProps(`${path}.name`)}
      />
      <NumberInput
        aria-label={t("programmes.skill.mostOf", { place })}
        {...WHOLE}
        max={BEST_MARK}
        hideControls
        {...form.getInputProps(`${path}.most`)}
      />
      {!readOnly && (
        <ActionIcon
          mt={4}
          aria-label={t("programmes.removeSkill", { place })}
          onClick={() => form.removeListItem(PATH, index)}
        >
          <IconTrash size={18} />
        </ActionIcon>
      )}
    </div>
  );
}
