import { ActionIcon, Anchor, Menu, Table } from "@mantine/core";
import { IconDotsVertical } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { LearnerLine } from "../../../../src/contract/literacyViews.ts";
import type { OfficeCode } from "../../../../src/contract/primitives.ts";
import { showFrancs } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { useMayHere } from "../../../lib/useMayHere.ts";
import { Day } from "../../../ui/Day.tsx";
import { EnrolmentBadge } from "../Badges.tsx";
import { showRate } from "../figuresShown.ts";
import classes from "./Cohort.module.css";
import { LearnerName } from "./LearnerFacts.tsx";
import { actionsOf, type StayAction, type StayRules } from "./learnerLines.ts";

interface LearnerRowProps {
  readonly office: OfficeCode;
  readonly line: LearnerLine;
  readonly rules: StayRules;
  readonly onAction: (action: StayAction) => void;
}

/** One woman of the class on a line, with what may be done. */
export function LearnerRow({ office, line, rules, onAction }: LearnerRowProps) {
  const language = useLanguage();
  const { learner } = line;
  return (
    <Table.Tr>
      <Table.Td className="numerals">
        <Anchor component={Link} to={`/members/${learner.memberId}?tab=literacy`} size="sm">
          {learner.number}
        </Anchor>
      </Table.Td>
      <Table.Td fw={500}>
        <LearnerName learner={learner} />
      </Table.Td>
      <Table.Td>
        <Standing line={line} />
      </Table.Td>
      <Table.Td>
        <Day iso={line.startsOn ?? line.enrolledOn} />
      </Table.Td>
      <Table.Td ta="right" className="numerals">
        {showRate(line.attendanceRate, language)}
      </Table.Td>
      {rules.fee > 0 && (
        <Table.Td ta="right" className="numerals">
          <Fee line={line} />
        </Table.Td>
      )}
      <Table.Td ta="right">
        <RowMenu office={office} line={line} rules={rules} onAction={onAction} />
      </Table.Td>
    </Table.Tr>
  );
}

const ABSENCES_TO_SHOW = 3;

function Standing({ line }: { readonly line: LearnerLine }) {
  const { t } = useTranslation("literacy");
  const { state, startsOn, endedOn, end, absencesInARow } = line;
  const isGone = state === "left" || state === "moved" || state === "finished";
  return (
    <span className={classes.standing}>
      <EnrolmentBadge state={state} />
      {state === "waiting" && startsOn !== null && (
        <span className={classes.soft}>
          {t("learners.startsLater")} <Day iso={startsOn} />
        </span>
      )}
      {endedOn !== null && (
        <span className={classes.soft}>
          {t("learners.until")} <Day iso={endedOn} />
          {isGone && end !== null && state === "left" && `, ${t(`ends.${end}`)}`}
        </span>
      )}
      {state === "attending" && absencesInARow >= ABSENCES_TO_SHOW && (
        <span className={classes.late}>{t("learners.absences", { count: absencesInARow })}</span>
      )}
    </span>
  );
}

function Fee({ line }: Pick<LearnerRowProps, "line">) {
  const { t } = useTranslation("literacy");
  const language = useLanguage();
  const left = line.feeLeft;
  if (left > 0)
    return (
      <span className={classes.late}>{t("learners.feeLeft", { amount: showFrancs(left, language) })}</span>
    );
  return line.feePaid > 0 ? t("learners.feePaid") : t("dash");
}

function RowMenu({ office, line, rules, onAction }: LearnerRowProps) {
  const { t } = useTranslation("literacy");
  const mayEnter = useMayHere("literacy.enter", office);
  const mayCollect = useMayHere("literacy.collect", office);
  const actions = actionsOf(line, rules).filter((action) => (action === "fee" ? mayCollect : mayEnter));
  if (actions.length === 0) return null;
  const words: Record<StayAction, string> = {
    fee: t("fee.action"),
    admit: t("admit.action"),
    move: t("move.action"),
    leave: t(line.startsOn === null ? "leave.actionWait" : "leave.action"),
    comeBack: t("comeBack.action"),
  };
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <ActionIcon aria-label={t("learners.more", { number: line.learner.number })}>
          <IconDotsVertical size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map((action) => (
          <Menu.Item
            key={action}
            {...(action === "leave" ? { color: "ochre" } : {})}
            onClick={() => onAction(action)}
          >
            {words[action]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
