import { Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OfficeCode, OfficeScope } from "../../../../src/contract/primitives.ts";
import type { IndicatorTarget } from "../../../../src/contract/reportingViews.ts";
import { INDICATORS } from "../../../../src/domain/reporting/catalogue/catalogue.ts";
import { useSession } from "../../../lib/useSession.ts";
import { Panel } from "../../../ui/Panel.tsx";
import { AREAS } from "../indicatorWords.ts";
import { TargetRow } from "./TargetRow.tsx";
import classes from "./Targets.module.css";
import { targetLines } from "./targetsView.ts";

interface TargetsGridProps {
  readonly targets: readonly IndicatorTarget[];
  readonly whose: { readonly here: OfficeCode; readonly forOffice: OfficeScope };
  readonly year: number;
  readonly mayChange: boolean;
}

/** A line for each indicator that she may read and that may have a target; a value is saved as soon as its field is left. */
export function TargetsGrid({ targets, whose, year, mayChange }: TargetsGridProps) {
  const { t } = useTranslation("reporting");
  const session = useSession();
  const readable = INDICATORS.filter(({ permission }) => session?.permissions.includes(permission));
  const lines = targetLines(readable, targets, whose);
  return (
    <>
      <Text size="sm" c="dimmed">
        {t(mayChange ? "targets.hint" : "targets.readOnly")}
      </Text>
      <div className={classes.areas}>
        {AREAS.map((area) => ({ area, ofArea: lines.filter(({ indicator }) => indicator.area === area) }))
          .filter(({ ofArea }) => ofArea.length > 0)
          .map(({ area, ofArea }) => (
            <Panel key={area} title={t(`areas.${area}`)}>
              <Table verticalSpacing={6} horizontalSpacing="xs" className={classes.grid}>
                <Table.Tbody>
                  {ofArea.map((line) => (
                    <TargetRow
                      key={line.indicator.code}
                      line={line}
                      forOffice={whose.forOffice}
                      year={year}
                      mayChange={mayChange}
                    />
                  ))}
                </Table.Tbody>
              </Table>
            </Panel>
          ))}
      </div>
    </>
  );
}
