import { Button, Group, Stack } from "@mantine/core";
import { IconDeviceFloppy, IconPrinter } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FileOutput } from "../../src/contract/primitives.ts";
import { blobOf, saveFile } from "../lib/saveFile.ts";
import { Dialog } from "./Dialog.tsx";
import classes from "./FileDialog.module.css";

interface FileDialogProps {
  readonly file: FileOutput;
  readonly onClose: () => void;
}

/** A finished PDF over the page. */
export function FileDialog({ file, onClose }: FileDialogProps) {
  const { t } = useTranslation("common");
  return (
    <Dialog opened onClose={onClose} title={file.fileName} size="72rem" yOffset="1.5rem">
      <PdfView file={file}>
        <Button variant="default" onClick={onClose}>
          {t("close")}
        </Button>
      </PdfView>
    </Dialog>
  );
}

interface PdfViewProps {
  readonly file: FileOutput;
  /** More buttons, before print and save. */
  readonly children?: ReactNode;
}

/** A PDF on the page with its print and save buttons. */
export function PdfView({ file, children }: PdfViewProps) {
  const { t } = useTranslation("common");
  const frame = useRef<HTMLIFrameElement>(null);
  const url = usePdfUrl(file);
  return (
    <Stack gap="sm">
      {url && (
        <iframe
          ref={frame}
          src={url}
          title={t("file.preview", { name: file.fileName })}
          className={classes.frame}
        />
      )}
      <Group justify="flex-end">
        {children}
        <Button
          variant="default"
          leftSection={<IconDeviceFloppy size={18} aria-hidden />}
          onClick={() => saveFile(file)}
        >
          {t("saveFile")}
        </Button>
        <Button
          leftSection={<IconPrinter size={18} aria-hidden />}
          onClick={() => frame.current?.contentWindow?.print()}
        >
          {t("print")}
        </Button>
      </Group>
    </Stack>
  );
}

function usePdfUrl(file: FileOutput): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(blobOf(file));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  // Plain pages, as wide as the frame; print and save are ours.
  return url && `${url}#toolbar=0&navpanes=0&view=FitH`;
}
