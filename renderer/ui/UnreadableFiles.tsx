import { useTranslation } from "react-i18next";
import type { UnreadableFile } from "../../src/contract/sync.ts";
import { useRefusalText } from "../lib/refusals.ts";
import { Notice } from "./RefusalNotice.tsx";
import classes from "./UnreadableFiles.module.css";

interface UnreadableFilesProps {
  readonly files: readonly UnreadableFile[];
  /** What to do when copying the file again does not help. */
  readonly advice: string;
}

/** Files under a bundle's name that cannot be read: each by its name with the reason, then what to do. */
export function UnreadableFiles({ files, advice }: UnreadableFilesProps) {
  const { t } = useTranslation("common");
  const reason = useReason();
  if (files.length === 0) return null;
  return (
    <Notice>
      <strong>{t("unreadable.title", { count: files.length })}</strong>
      <ul className={classes.files}>
        {files.map((file) => (
          <li key={file.name}>{t("unreadable.line", { name: file.name, reason: reason(file) })}</li>
        ))}
      </ul>
      {files.some(({ code }) => code !== "sync.newerFormat") && <p className={classes.advice}>{advice}</p>}
    </Notice>
  );
}

/** The refusals of choosing or writing a file do not fit one that somebody else laid here. */
function useReason(): (file: UnreadableFile) => string {
  const { t } = useTranslation("common");
  const text = useRefusalText();
  return ({ code }) => {
    if (code === "sync.notABundle") return t("unreadable.damaged");
    return code.startsWith("disk.") ? t("unreadable.closed") : text({ code });
  };
}
