import { useTranslation } from "react-i18next";
import type { SentBundle } from "../../../src/contract/sync.ts";
import { showBytes } from "../../lib/format.ts";
import { useLanguage } from "../../lib/refusals.ts";
import { DoneNote } from "../../ui/DoneNote.tsx";

/** The bundle is on the stick: said only when it was written, read back and verified. */
export function Sent({ sent }: { readonly sent: SentBundle }) {
  const { t } = useTranslation("sync");
  const language = useLanguage();
  return (
    <DoneNote title={t("export.done")}>
      {t("export.file", { file: sent.file, size: showBytes(sent.bytes, language) })}
    </DoneNote>
  );
}
