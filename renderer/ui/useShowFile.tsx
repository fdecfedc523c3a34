import { createContext, type ReactNode, useCallback, useContext, useState } from "react";
import type { FileOutput } from "../../src/contract/primitives.ts";
import { saveFile } from "../lib/saveFile.ts";
import { FileDialog } from "./FileDialog.tsx";

type ShowFile = (file: FileOutput) => void;

const ShowFileContext = createContext<ShowFile>(() => undefined);

/** Shows a finished file: a PDF in a dialog with print and save, anything else is saved at once. */
export function useShowFile(): ShowFile {
  return useContext(ShowFileContext);
}

/** Holds the one dialog that every `useShowFile` below opens. */
export function FileDialogProvider({ children }: { readonly children: ReactNode }) {
  const [file, setFile] = useState<FileOutput | null>(null);
  const show = useCallback<ShowFile>((next) => {
    if (next.mediaType === "application/pdf") setFile(next);
    else saveFile(next);
  }, []);
  return (
    <ShowFileContext value={show}>
      {children}
      {file && <FileDialog file={file} onClose={() => setFile(null)} />}
    </ShowFileContext>
  );
}
