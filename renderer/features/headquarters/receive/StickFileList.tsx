import { Checkbox, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { StickFile } from "../../../../src/contract/sync.ts";
import { showBytes, showDay } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import classes from "./Receive.module.css";

interface StickFileListProps {
  readonly files: readonly StickFile[];
  /** Paths that are not to be read. */
  readonly leftOut: ReadonlySet<string>;
  readonly onLeaveOut: (paths: ReadonlySet<string>) => void;
  readonly disabled: boolean;
}

/** Each bundle with a box; those for somebody else are shown, without one. */
export function StickFileList({ files, leftOut, onLeaveOut, disabled }: StickFileListProps) {
  const { t } = useTranslation("headquarters");
  function toggle(path: string): void {
    const next = new Set(leftOut);
    if (!next.delete(path)) next.add(path);
    onLeaveOut(next);
  }
  return (
    <ul className={classes.files}>
      {files.map((file) => (
        <li key={file.path} className={classes.file}>
          {file.forUs ? (
            <Checkbox
              checked={!leftOut.has(file.path)}
              disabled={disabled}
              onChange={() => toggle(file.path)}
              label={t("receive.fileLabel", { ...file, kind: t(`kind.${file.kind}`) })}
              description={<About file={file} />}
            />
          ) : (
            <div className={classes.other}>
              <div>{t("receive.fileLabel", { ...file, kind: t(`kind.${file.kind}`) })}</div>
              <Text size="xs">{t("receive.forOther", { office: file.to })}</Text>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Made when, which entries, how large. */
function About({ file }: { readonly file: StickFile }) {
  const { t } = useTranslation("headquarters");
  const language = useLanguage();
  const parts = [
    `${t("receive.madeOn")} ${showDay(file.createdAt.slice(0, 10))}`,
    ...(file.span.last > 0 ? [t("receive.entries", { first: file.span.first, last: file.span.last })] : []),
    showBytes(file.bytes, language),
  ];
  return <span className="numerals">{parts.join(" · ")}</span>;
}
