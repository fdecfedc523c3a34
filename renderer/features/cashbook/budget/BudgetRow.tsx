import { Button, Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { BudgetUse } from "../../../../src/contract/cashbookTerms.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { useChart } from "../useChart.ts";
import classes from "./Budget.module.css";
import { type BudgetShare, shareOf } from "./budgetFigures.ts";
import { LineFields } from "./LineFields.tsx";

interface BudgetRowProps {
  readonly line: BudgetUse;
  readonly year: number;
  readonly withOffice: boolean;
  readonly withProject: boolean;
  readonly mayPlan: boolean;
  readonly isEdited: boolean;
  readonly onEdit: (isEdited: boolean) => void;
}

/** A line with its use; its amount is changed where it stands. */
export function BudgetRow({
  line,
  year,
  withOffice,
  withProject,
  mayPlan,
  isEdited,
  onEdit,
}: BudgetRowProps) {
  const { t } = useTranslation(["cashbook", "common"]);
  const { nameOf, numberOf } = useChart();
  const share = shareOf(line);
  // More income than was planned is nothing to worry about.
  const isOverspent = line.side === "expense" && share.left < 0;
  const name = nameOf(line.account);
  const about = [withOffice ? line.office : "", withProject ? (line.project ?? "") : "", line.note];
  const below = about.filter(Boolean).join(" · ");
  const columns = mayPlan ? 6 : 5;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {numberOf(line.account)} · {name}
        {below !== "" && <div className={classes.note}>{below}</div>}
      </Table.Th>
      {isEdited ? (
        <Table.Td colSpan={columns}>
          <LineFields line={line} year={year} onClose={() => onEdit(false)} />
        </Table.Td>
      ) : (
        <>
          {[line.planned, line.plannedToDate, line.used, share.left].map((francs, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their order
            <Table.Td key={at} ta="right" className={at === 3 && isOverspent ? classes.late : ""}>
              <Amount francs={francs} />
            </Table.Td>
          ))}
          <Table.Td>
            <Share share={share} side={line.side} />
          </Table.Td>
          {mayPlan && (
            <Table.Td ta="right">
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={t(line.id === null ? "budget.planOf" : "budget.editOf", { name })}
                onClick={() => onEdit(true)}
              >
                {t(line.id === null ? "budget.plan" : "common:edit")}
              </Button>
            </Table.Td>
          )}
        </>
      )}
    </Table.Tr>
  );
}

interface ShareProps {
  readonly share: BudgetShare;
  readonly side: BudgetUse["side"];
}

/** How much of the plan is used, as a bar and in words. */
function Share({ share: { percent, isBehind }, side }: ShareProps) {
  const { t } = useTranslation("cashbook");
  if (percent === null) return <span className={classes.percent}>{t("budget.unplanned")}</span>;
  const isOver = side !== "income" && percent > 100;
  const isSlow = isBehind && !isOver && side !== "balance";
  return (
    <>
      <div className={classes.bar} aria-hidden>
        <div
          className={`${classes.fill} ${isOver ? classes.over : ""}`}
          style={{ width: `${Math.max(0, Math.min(100, percent))}%` }}
        />
      </div>
      <span className={`${classes.percent} ${isOver ? classes.late : ""}`}>
        {t("budget.percent", { percent })}
        {isOver && ` · ${t("budget.over")}`}
        {isSlow && ` · ${t(`budget.behind.${side}`)}`}
      </span>
    </>
  );
}
