import { useSearchParams } from "react-router";
import { type OpenedFile, openedFile } from "../lib/openedFile.ts";

/** The bundle that the person opened by a double click; null where she came by the screen's own ways. */
export function useOpenedFile(): OpenedFile | null {
  const [address] = useSearchParams();
  const path = address.get("file");
  return path === null ? null : openedFile(path);
}
