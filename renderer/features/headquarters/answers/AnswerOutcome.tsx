import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { WrittenAnswer } from "../../../../src/contract/headquarters.ts";
import { showBytes, showCount } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { DoneNote } from "../../../ui/DoneNote.tsx";
import { ProgressBar } from "../../../ui/ProgressBar.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import type { Answering } from "./useAnswering.ts";

/** The answers being written, then what was written, or why not. */
export function AnswerOutcome({ answering }: { readonly answering: Answering }) {
  const { t } = useTranslation("headquarters");
  const { written } = answering;
  return (
    <>
      <RefusalNotice refusal={answering.refusal} />
      {answering.pending && (
        <ProgressBar progress={answering.progress} label={t("answers.running")} onCancel={answering.cancel} />
      )}
      {written?.length === 0 && <Text role="status">{t("answers.none")}</Text>}
      {written && written.length > 0 && (
        <DoneNote title={t("answers.done")}>
          {written.map((answer) => (
            <WrittenLine key={answer.file} answer={answer} />
          ))}
        </DoneNote>
      )}
    </>
  );
}

function WrittenLine({ answer }: { readonly answer: WrittenAnswer }) {
  const { t } = useTranslation("headquarters");
  const language = useLanguage();
  return (
    <span className="numerals" style={{ display: "block" }}>
      {t(`answers.${answer.kind}`, {
        office: answer.office,
        entry: showCount(answer.acknowledged, language),
        file: answer.file.split(/[\\/]/).at(-1),
        size: showBytes(answer.bytes, language),
      })}
    </span>
  );
}
