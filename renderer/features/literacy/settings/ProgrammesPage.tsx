import { Badge, Button, Group, Stack, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Programme } from "../../../../src/contract/literacyViews.ts";
import { useAsk } from "../../../lib/calls.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { ProgrammeLanguage } from "../cohort/StandingPanel.tsx";
import classes from "./Settings.module.css";
import { useIsOurs } from "./useIsOurs.ts";

/** What can be taught: every programme that holds in this office. */
export function ProgrammesPage() {
  const { t } = useTranslation("literacy");
  const programmes = useAsk("literacy.programmes", {});
  const mayChange = useMay("literacy.programmes");
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <p className={classes.intro}>{t(mayChange ? "programmes.intro" : "programmes.introElsewhere")}</p>
        {mayChange && (
          <Button
            component={Link}
            to="/settings/programmes/new"
            style={{ flex: "none" }}
            leftSection={<IconPlus size={18} aria-hidden />}
          >
            {t("programmes.new")}
          </Button>
        )}
      </Group>
      <Asked of={programmes}>
        {(found) => found.map((programme) => <ProgrammePanel key={programme.id} programme={programme} />)}
      </Asked>
    </Stack>
  );
}

function ProgrammePanel({ programme }: { readonly programme: Programme }) {
  const { t } = useTranslation(["literacy", "common"]);
  const mayChange = useMay("literacy.programmes");
  const isOurs = useIsOurs();
  const isEditable = mayChange && isOurs(programme);
  const { id, name, code, pass } = programme;
  return (
    <Panel
      title={
        <>
          {name} <span className={`numerals ${classes.code}`}>{code}</span>
        </>
      }
      text={<Standing programme={programme} isOurs={isOurs(programme)} />}
      action={
        <Button
          component={Link}
          to={`/settings/programmes/${id}`}
          variant="default"
          size="xs"
          style={{ flex: "none" }}
          aria-label={t(isEditable ? "programmes.editOf" : "programmes.openOf", { name })}
        >
          {t(isEditable ? "common:edit" : "common:open")}
        </Button>
      }
    >
      <Text size="sm">
        {t("programmes.passLine", {
          overall: pass.overall,
          eachDomain: pass.eachDomain,
          attendance: pass.attendance,
        })}
      </Text>
    </Panel>
  );
}

interface StandingProps {
  readonly programme: Programme;
  readonly isOurs: boolean;
}

function Standing({ programme, isOurs }: StandingProps) {
  const { t } = useTranslation("literacy");
  const { level, language, plannedHours, skills, cohorts, confirmed, active } = programme;
  return (
    <span className={classes.badges}>
      <span>
        {t(`levels.${level}`)} · <ProgrammeLanguage language={language} />
      </span>
      <span>{t("programmes.hours", { count: plannedHours })}</span>
      <span>{t("programmes.skills", { count: skills.length })}</span>
      <span>{t("programmes.cohorts", { count: cohorts })}</span>
      {!isOurs && (
        <Badge component="span" variant="light" color="gray" tt="none">
          {t("programmes.ofHeadquarters")}
        </Badge>
      )}
      {!confirmed && (
        <Badge component="span" variant="light" color="ochre" tt="none">
          {t("programmes.unconfirmed")}
        </Badge>
      )}
      {!active && (
        <Badge component="span" variant="outline" color="gray" tt="none">
          {t("programmes.inactive")}
        </Badge>
      )}
    </span>
  );
}
