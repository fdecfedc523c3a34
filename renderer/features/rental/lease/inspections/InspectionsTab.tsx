import { Button, Group, Text } from "@mantine/core";
import { IconFileText } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Inspection, LeaseFile } from "../../../../../src/contract/rentalViews.ts";
import { showDay } from "../../../../lib/format.ts";
import { useMayHere } from "../../../../lib/useMayHere.ts";
import { Panel } from "../../../../ui/Panel.tsx";
import { PrintButton } from "../../../../ui/PrintButton.tsx";
import { RefusalNotice } from "../../../../ui/RefusalNotice.tsx";
import classes from "../Lease.module.css";
import { InspectionDialog } from "./InspectionDialog.tsx";
import { countBad } from "./inspectionForm.ts";
import { useBlankSheet } from "./useBlankSheet.ts";

/** What was looked at when the keys changed hands. */
export function InspectionsTab({ file }: { readonly file: LeaseFile }) {
  const { t } = useTranslation("rental");
  const [opened, setOpened] = useState<Inspection | "new" | null>(null);
  const mayWrite = useMayHere("rental.manage", file.office);
  return (
    <Panel
      title={t("inspection.title")}
      action={mayWrite && <Actions file={file} onAdd={() => setOpened("new")} />}
    >
      {file.inspections.length === 0 && <Text c="dimmed">{t("inspection.none")}</Text>}
      <ul className={classes.lines}>
        {file.inspections.toReversed().map((inspection) => (
          <InspectionLine
            key={inspection.id}
            inspection={inspection}
            file={file}
            onOpen={mayWrite ? () => setOpened(inspection) : null}
          />
        ))}
      </ul>
      {opened !== null && (
        <InspectionDialog
          file={file}
          inspection={opened === "new" ? null : opened}
          onClose={() => setOpened(null)}
        />
      )}
    </Panel>
  );
}

interface ActionsProps {
  readonly file: LeaseFile;
  readonly onAdd: () => void;
}

function Actions({ file, onAdd }: ActionsProps) {
  const { t } = useTranslation("rental");
  const blank = useBlankSheet(file);
  return (
    <Group gap="xs" style={{ flex: "none" }}>
      <RefusalNotice refusal={blank.refusal} />
      <Button
        variant="default"
        leftSection={<IconFileText size={16} aria-hidden />}
        loading={blank.pending}
        onClick={() => void blank.go()}
      >
        {t("inspection.blank")}
      </Button>
      <Button variant="default" onClick={onAdd}>
        {t("inspection.add")}
      </Button>
    </Group>
  );
}

interface InspectionLineProps {
  readonly inspection: Inspection;
  readonly file: LeaseFile;
  readonly onOpen: (() => void) | null;
}

function InspectionLine({ inspection, file, onOpen }: InspectionLineProps) {
  const { t } = useTranslation("rental");
  const { id, kind, keys, items, remarks } = inspection;
  const on = showDay(inspection.on);
  const code = file.premises.find((one) => one.id === inspection.premisesId)?.code ?? "";
  const bad = countBad(items);
  return (
    <li className={classes.line}>
      <span>
        <strong>{t(`inspection.kinds.${kind}`)}</strong> · {code} · <span className="numerals">{on}</span>
        <div className={classes.soft}>
          {t("inspection.keysShown", { count: keys })} · {t("inspection.items", { count: items.length })}
          {bad > 0 && (
            <>
              {" · "}
              <span className={classes.late}>{t("inspection.bad", { count: bad })}</span>
            </>
          )}
          {remarks !== "" && <div>{remarks}</div>}
        </div>
      </span>
      <Group gap={4} wrap="nowrap" style={{ flex: "none" }}>
        {onOpen && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t("inspection.completeOf", { on })}
            onClick={onOpen}
          >
            {t("inspection.complete")}
          </Button>
        )}
        <PrintButton
          operation="rental.printInspection"
          input={{ leaseId: file.id, id }}
          label={t("inspection.print")}
          about={t("inspection.printOf", { on })}
          variant="subtle"
          size="compact-sm"
        />
      </Group>
    </li>
  );
}
