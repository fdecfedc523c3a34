import { Button, Menu } from "@mantine/core";
import { IconBook, IconChevronDown, IconFileSpreadsheet } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { InputOf } from "../../src/contract/index.ts";
import { ExportDialog, type ExportOperation, FORMATS, type Format } from "./ExportDialog.tsx";
import { usePrint } from "./PrintButton.tsx";

type Described = InputOf<"reporting.codebook">["of"];

interface ExportMenuProps<N extends ExportOperation> {
  readonly operation: N;
  readonly input: Omit<InputOf<N>, "format">;
  /** What the file will hold, where the page does not say it. */
  readonly what?: string;
  /** Offers the sheet that says what each column means. */
  readonly codebook?: Described;
  /** On the button, where another one exports the page itself. */
  readonly label?: string;
  readonly disabled?: boolean;
}

/** A list as a file, after saying that it leaves the encrypted register. */
export function ExportMenu<N extends ExportOperation>(props: ExportMenuProps<N>) {
  const { operation, input, what, codebook, label, disabled = false } = props;
  const { t } = useTranslation("common");
  const [format, setFormat] = useState<Format | null>(null);
  return (
    <>
      <Menu position="bottom-end" width={300}>
        <Menu.Target>
          <Button
            variant="default"
            disabled={disabled}
            rightSection={<IconChevronDown size={16} aria-hidden />}
          >
            {label ?? t("export")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {what !== undefined && <Menu.Label>{what}</Menu.Label>}
          {FORMATS.map((one) => (
            <Menu.Item
              key={one}
              leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
              onClick={() => setFormat(one)}
            >
              {t(`exporting.${one}`)}
            </Menu.Item>
          ))}
          {codebook !== undefined && (
            <>
              <Menu.Divider />
              <CodebookItem of={codebook} />
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {format !== null && (
        <ExportDialog operation={operation} input={input} format={format} onClose={() => setFormat(null)} />
      )}
    </>
  );
}

/** In a menu of exports: the sheet that says what each column of a list means. */
export function CodebookItem({ of }: { readonly of: Described }) {
  const { t } = useTranslation("common");
  const { print } = usePrint("reporting.codebook");
  return (
    <Menu.Item
      leftSection={<IconBook size={16} aria-hidden />}
      onClick={() => void print({ of, format: "xlsx" })}
    >
      {t("exporting.codebook")}
    </Menu.Item>
  );
}
