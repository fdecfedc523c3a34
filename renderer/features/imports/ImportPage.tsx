import { Stepper } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OutputOf } from "../../../src/contract/index.ts";
import { Page } from "../../ui/Page.tsx";
import { ChooseFile } from "./ChooseFile.tsx";
import { ColumnsStep } from "./ColumnsStep.tsx";
import classes from "./ImportPage.module.css";
import { ResultStep } from "./ResultStep.tsx";
import { RowsStep } from "./RowsStep.tsx";
import type { Preview, Source } from "./source.ts";

type Stage =
  | { readonly step: 0 }
  | { readonly step: 1 | 2; readonly source: Source; readonly preview: Preview }
  | { readonly step: 3; readonly source: Source; readonly counts: OutputOf<"imports.run"> };

/** A register from a spreadsheet goes in: file, columns, rows, result. Nothing is written before the last step. */
export function ImportPage() {
  const { t } = useTranslation("imports");
  const [stage, setStage] = useState<Stage>({ step: 0 });
  return (
    <Page title={t("title")} back={{ to: "/members", label: t("back") }} wide filling={stage.step === 2}>
      <Stepper
        active={stage.step}
        size="xs"
        iconSize={28}
        className={classes.steps ?? ""}
        allowNextStepsSelect={false}
      >
        <Stepper.Step label={t("steps.file")} />
        <Stepper.Step label={t("steps.columns")} />
        <Stepper.Step label={t("steps.rows")} />
        <Stepper.Step label={t("steps.result")} />
      </Stepper>
      <Current stage={stage} onStage={setStage} />
    </Page>
  );
}

function Current({ stage, onStage }: { readonly stage: Stage; readonly onStage: (stage: Stage) => void }) {
  const toFile = () => onStage({ step: 0 });
  switch (stage.step) {
    case 0:
      return <ChooseFile onRead={(source, preview) => onStage({ step: 1, source, preview })} />;
    case 1:
      return (
        <ColumnsStep
          source={stage.source}
          preview={stage.preview}
          onBack={toFile}
          onNext={(source, preview) => onStage({ step: 2, source, preview })}
        />
      );
    case 2:
      return (
        <RowsStep
          source={stage.source}
          preview={stage.preview}
          onBack={() => onStage({ ...stage, step: 1 })}
          onDone={(counts) => onStage({ step: 3, source: stage.source, counts })}
        />
      );
    case 3:
      return <ResultStep source={stage.source} counts={stage.counts} onAnother={toFile} />;
  }
}
