import { Button, FileButton, Stack } from "@mantine/core";
import { IconFileUpload } from "@tabler/icons-react";
import { type DragEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { showBytes } from "../lib/format.ts";
import { useLanguage } from "../lib/refusals.ts";
import classes from "./FilePick.module.css";
import { Notice } from "./RefusalNotice.tsx";

export interface PickedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface FilePickProps {
  /** As an `accept` attribute: `.csv,.xlsx`. */
  readonly accept: string;
  readonly onPick: (file: PickedFile) => void;
  /** Larger files are refused before they are read. */
  readonly maxBytes?: number;
  readonly label?: string;
  readonly disabled?: boolean;
}

const DEFAULT_MAX_BYTES = 100_000_000;

/** A button to choose one file, and a place to drop it. */
export function FilePick({ accept, onPick, maxBytes = DEFAULT_MAX_BYTES, label, disabled }: FilePickProps) {
  const { t } = useTranslation("common");
  const language = useLanguage();
  const [over, setOver] = useState(false);
  const [tooLarge, setTooLarge] = useState(false);

  async function take(file: File | null | undefined): Promise<void> {
    if (!file || disabled) return;
    setTooLarge(file.size > maxBytes);
    if (file.size <= maxBytes) onPick({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  }

  return (
    <Stack gap="sm">
      {/* Dropping is an extra for the pointer; the button does the same by keyboard. */}
      <section
        aria-label={label ?? t("file.choose")}
        className={`${classes.zone} ${over ? classes.over : ""}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <FileButton accept={accept} onChange={(file) => void take(file)} disabled={disabled ?? false}>
          {(props) => (
            <Button {...props} leftSection={<IconFileUpload size={18} aria-hidden />}>
              {label ?? t("file.choose")}
            </Button>
          )}
        </FileButton>
        <span>{t("file.drop")}</span>
      </section>
      {tooLarge && <Notice>{t("file.tooLarge", { max: showBytes(maxBytes, language) })}</Notice>}
    </Stack>
  );
}
