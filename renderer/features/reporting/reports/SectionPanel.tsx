import { Button, Textarea } from "@mantine/core";
import { IconCheck, IconPencil } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ReportDraft } from "../../../../src/contract/reportingViews.ts";
import { Panel } from "../../../ui/Panel.tsx";
import { ReportFigures } from "./ReportFigures.tsx";
import classes from "./Reports.module.css";
import { useTextBeforeTitle } from "./reportWords.ts";
import { figuresFor, tellingFigures } from "./sectionParts.ts";
import { clockOf, withTextBefore } from "./textEdits.ts";
import type { TextState, Texts } from "./useTexts.ts";

/** As many characters as the contract takes. */
const MOST = 6000;

/** Beside so many figures there is room for a longer text. */
const MANY = 5;

interface SectionPanelProps {
  readonly draft: ReportDraft;
  readonly part: ReportDraft["sections"][number];
  readonly texts: Texts;
  readonly mayWrite: boolean;
}

/** One part of a report: the text, and beside it the figures that it speaks of and the text of the period before. */
export function SectionPanel({ draft, part, texts, mayWrite }: SectionPanelProps) {
  const { t } = useTranslation("reports");
  const { section } = part;
  const state = texts.stateOf(section);
  const figures = tellingFigures(figuresFor(section, draft.content));
  const { span, before } = draft.content;
  const take = () => texts.write(section, withTextBefore(state.text, part.before));
  return (
    <Panel title={t(`sections.${section}`)} text={t(`hints.${section}`)}>
      <div className={`${classes.section} ${figures.length > 0 ? "" : classes.plain}`}>
        <div>
          <Textarea
            aria-label={t("write.textFor", { section: t(`sections.${section}`) })}
            autosize
            minRows={figures.length > MANY ? 8 : 4}
            maxRows={18}
            maxLength={MOST}
            readOnly={!mayWrite}
            value={state.text}
            onChange={(event) => texts.write(section, event.currentTarget.value)}
            onBlur={texts.saveQuietly}
          />
          {mayWrite && <SavedNote state={state} />}
          {part.before !== "" && (
            <TextBefore draft={draft} part={part} onTake={mayWrite ? take : undefined} />
          )}
        </div>
        {figures.length > 0 && (
          <div>
            <ReportFigures figures={figures} period={span.name} before={before.name} />
          </div>
        )}
      </div>
    </Panel>
  );
}

/** Whether what stands in the field is in the register: nothing has to be pressed for it. */
function SavedNote({ state: { text, isSaved, savedAt } }: { readonly state: TextState }) {
  const { t } = useTranslation("reports");
  const words = savedAt === null ? t("write.saved") : t("write.savedAt", { time: clockOf(savedAt) });
  return (
    <p className={classes.status} role="status">
      {!isSaved && (
        <>
          <IconPencil size={15} aria-hidden />
          {t("write.unsaved")}
        </>
      )}
      {isSaved && (text !== "" || savedAt !== null) && (
        <>
          <IconCheck size={15} aria-hidden />
          {words}
        </>
      )}
    </p>
  );
}

interface TextBeforeProps {
  readonly draft: ReportDraft;
  readonly part: ReportDraft["sections"][number];
  readonly onTake: (() => void) | undefined;
}

function TextBefore({ draft, part, onTake }: TextBeforeProps) {
  const { t } = useTranslation("reports");
  const titleOf = useTextBeforeTitle();
  return (
    <div className={classes.before}>
      <div className={classes.beforeHead}>
        <h3>{titleOf(draft.beforePeriod)}</h3>
        {onTake !== undefined && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t("write.takeOf", { section: t(`sections.${part.section}`) })}
            onClick={onTake}
          >
            {t("write.take")}
          </Button>
        )}
      </div>
      {/* It scrolls, and so the keyboard has to come to it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls */}
      <section className={classes.beforeText} tabIndex={0} aria-label={titleOf(draft.beforePeriod)}>
        {part.before}
      </section>
    </div>
  );
}
