import { useTranslation } from "react-i18next";
import type { OfficeScope } from "../../src/contract/primitives.ts";
import type { ExportedList } from "../../src/contract/reporting.ts";
import { useMay } from "../lib/useSession.ts";
import { ExportMenu } from "./ExportMenu.tsx";

interface ListExportProps {
  readonly list: ExportedList;
  readonly office?: OfficeScope | undefined;
  /** What the file will hold, where it is not the page's own list. */
  readonly what?: string;
  /** On the button, where another one exports the page itself. */
  readonly label?: string;
  /** The page shows a choice of the list; the file has all of it. */
  readonly narrowed?: boolean;
  readonly disabled?: boolean;
}

/** A list of the register as a file, for who may take lists out. */
export function ListExport(props: ListExportProps) {
  const { list, office, what, label, narrowed = false, disabled = false } = props;
  const { t } = useTranslation("common");
  const mayExport = useMay("reporting.export");
  const words = what ?? (narrowed ? t("exporting.whole") : undefined);
  if (!mayExport) return null;
  return (
    <ExportMenu
      operation="reporting.exportList"
      input={office === undefined ? { list } : { list, office }}
      codebook={list}
      disabled={disabled}
      {...(words === undefined ? {} : { what: words })}
      {...(label === undefined ? {} : { label })}
    />
  );
}
