import { Button, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PolicyFile } from "../../../../src/contract/insurancePolicies.ts";
import { showPhone } from "../../../../src/domain/phone.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Day } from "../../../ui/Day.tsx";
import { Private } from "../../../ui/Name.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { BeneficiariesDialog } from "../people/BeneficiariesDialog.tsx";
import { ChildrenDialog } from "../people/ChildrenDialog.tsx";
import classes from "./Policy.module.css";

interface CoveredPanelProps {
  readonly file: PolicyFile;
  readonly elsewhere: boolean;
}

/** Whether who is covered or paid can be changed here. */
function useMayChange({ file, elsewhere }: CoveredPanelProps): boolean {
  const mayEnrol = useMay("insurance.enrol");
  return mayEnrol && !elsewhere && file.endedOn === null;
}

/** The insured children. */
export function ChildrenPanel(props: CoveredPanelProps) {
  const { t } = useTranslation(["insurance", "common"]);
  const [editing, setEditing] = useState(false);
  const mayChange = useMayChange(props);
  const { children } = props.file;
  return (
    <Panel
      title={t("children.title")}
      action={mayChange && <EditButton label={t("children.edit")} onClick={() => setEditing(true)} />}
    >
      {children.length === 0 && <Text c="dimmed">{t("children.none")}</Text>}
      <ul className={classes.lines}>
        {children.map((child) => (
          <li key={child.id} className={classes.line}>
            <span>
              <Private>{child.name}</Private>
            </span>
            <span className={classes.soft}>
              {child.birthOn ? (
                <>
                  {t("children.born")} <Day iso={child.birthOn} />
                </>
              ) : (
                t("children.birthUnknown")
              )}
            </span>
          </li>
        ))}
      </ul>
      {editing && <ChildrenDialog file={props.file} onClose={() => setEditing(false)} />}
    </Panel>
  );
}

/** Who is paid on her death, with the shares. */
export function BeneficiariesPanel(props: CoveredPanelProps) {
  const { t } = useTranslation("insurance");
  const [editing, setEditing] = useState(false);
  const mayChange = useMayChange(props);
  const { beneficiaries } = props.file;
  return (
    <Panel
      title={t("beneficiaries.title")}
      action={mayChange && <EditButton label={t("beneficiaries.edit")} onClick={() => setEditing(true)} />}
    >
      {beneficiaries.length === 0 && <Text c="dimmed">{t("beneficiaries.none")}</Text>}
      <ul className={classes.lines}>
        {beneficiaries.map((one) => (
          <li key={one.id} className={classes.line}>
            <span>
              <Private>{one.name}</Private>
              <span className={classes.soft}>
                {" "}
                {[one.relation, one.phone && showPhone(one.phone)].filter(Boolean).join(" · ")}
              </span>
            </span>
            <strong className="numerals">{`${one.share}\u00a0%`}</strong>
          </li>
        ))}
      </ul>
      {editing && <BeneficiariesDialog file={props.file} onClose={() => setEditing(false)} />}
    </Panel>
  );
}

function EditButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  const { t } = useTranslation("common");
  return (
    <Button variant="subtle" size="compact-sm" aria-label={label} onClick={onClick} style={{ flex: "none" }}>
      {t("edit")}
    </Button>
  );
}
