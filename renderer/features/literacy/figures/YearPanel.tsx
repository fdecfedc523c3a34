import { Button, Loader, Progress, Text } from "@mantine/core";
import { IconTarget } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FiguresLine, LiteracyTarget } from "../../../../src/contract/literacyViews.ts";
import type { OfficeScope } from "../../../../src/contract/primitives.ts";
import { useAsk } from "../../../lib/calls.ts";
import { showCount } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { showHours, showRate } from "../figuresShown.ts";
import classes from "./Figures.module.css";
import { TargetsDialog } from "./TargetsDialog.tsx";
import { isRate, monthPoints, type Reached, reachedTargets } from "./targetsReached.ts";

const MINUTES = 60;

// The chart library is large: read from the slow disk only by whoever looks at figures.
const YearChart = lazy(() => import("./YearChart.tsx").then((chart) => ({ default: chart.YearChart })));

interface YearPanelProps {
  readonly year: number;
  /** Undefined for this office's own. */
  readonly office: OfficeScope | undefined;
}

/** A whole year: its months drawn, and how far its targets are reached. */
export function YearPanel({ year, office }: YearPanelProps) {
  const { t } = useTranslation("literacy");
  const [editing, setEditing] = useState(false);
  const whose = office === undefined ? {} : { office };
  const days = { from: `${year}-01-01`, to: `${year}-12-31`, ...whose };
  const months = useAsk("literacy.figures", { ...days, by: "month" });
  const all = useAsk("literacy.figures", { ...days, by: "all" });
  const targets = useAsk("literacy.targets", { year, ...whose });
  const maySet = useMay("literacy.programmes") && office === undefined;
  return (
    <Panel
      title={t("figures.year", { year })}
      action={
        maySet &&
        targets.data !== undefined && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconTarget size={16} aria-hidden />}
            onClick={() => setEditing(true)}
          >
            {t("figures.setTargets")}
          </Button>
        )
      }
    >
      <Asked of={months}>
        {(lines) => <Asked of={targets}>{(found) => <Drawn lines={lines} targets={found} />}</Asked>}
      </Asked>
      <Asked of={all}>
        {([line]) =>
          line === undefined ? null : (
            <TargetList reached={reachedTargets(line.figures, targets.data ?? [])} maySet={maySet} />
          )
        }
      </Asked>
      {editing && (
        <TargetsDialog year={year} targets={targets.data ?? []} onClose={() => setEditing(false)} />
      )}
    </Panel>
  );
}

interface DrawnProps {
  readonly lines: readonly FiguresLine[];
  readonly targets: readonly LiteracyTarget[];
}

function Drawn({ lines, targets }: DrawnProps) {
  const { t } = useTranslation("literacy");
  const isQuiet = lines.every(({ figures }) => figures.enrolled === 0 && figures.minutesPlanned === 0);
  if (isQuiet) return <Text c="dimmed">{t("figures.quiet")}</Text>;
  return (
    <Suspense fallback={<Loader size="sm" />}>
      <YearChart points={monthPoints(lines, todayNow().slice(0, 7))} targets={targets} />
    </Suspense>
  );
}

interface TargetListProps {
  readonly reached: readonly Reached[];
  readonly maySet: boolean;
}

function TargetList({ reached, maySet }: TargetListProps) {
  const { t } = useTranslation("literacy");
  const set = reached.filter(({ target }) => target !== null);
  if (set.length === 0)
    return (
      <Text c="dimmed" mt="sm">
        {t(maySet ? "figures.noTargets" : "figures.noTargetsHere")}
      </Text>
    );
  return (
    <ul className={classes.targets}>
      {set.map((one) => (
        <TargetLine key={one.indicator} reached={one} />
      ))}
    </ul>
  );
}

function TargetLine({ reached: { indicator, target, reached, percent } }: { readonly reached: Reached }) {
  const { t } = useTranslation("literacy");
  const language = useLanguage();
  const shown = (value: number | null) => {
    if (value === null || isRate(indicator)) return showRate(value, language);
    return indicator === "hours" ? showHours(value * MINUTES, language) : showCount(value, language);
  };
  const name = t(`figures.indicators.${indicator}`);
  return (
    <li>
      <span>{name}</span>
      <Progress value={percent ?? 0} size="lg" aria-label={t("figures.targetOf", { name })} />
      <span className="numerals">
        {t("figures.ofTarget", { reached: shown(reached), target: shown(target) })}
      </span>
    </li>
  );
}
