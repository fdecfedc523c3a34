import { Button, Table, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OfficeFile, OfficeKey } from "../../../../src/contract/headquarters.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Day } from "../../../ui/Day.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import classes from "../Headquarters.module.css";
import { RevokeDialog } from "./RevokeDialog.tsx";

/** The office's signing keys, now and before; the current one can be revoked when its laptop is lost. */
export function KeyTable({ file }: { readonly file: OfficeFile }) {
  const { t } = useTranslation("headquarters");
  const [revoking, setRevoking] = useState<OfficeKey | null>(null);
  return (
    <Panel title={t("keys.title")} text={t("keys.text")}>
      {file.keys.length === 0 ? (
        <Text c="dimmed">{t("keys.none")}</Text>
      ) : (
        <div className={classes.wide}>
          <Table verticalSpacing={6} aria-label={t("keys.title")}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("keys.fingerprint")}</Table.Th>
                <Table.Th>{t("keys.since")}</Table.Th>
                <Table.Th>{t("keys.until")}</Table.Th>
                <Table.Th>{t("keys.state")}</Table.Th>
                <Table.Td />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {file.keys.map((key) => (
                <KeyRow key={key.fingerprint} officeKey={key} onRevoke={setRevoking} />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {revoking && (
        <RevokeDialog office={file.line.code} officeKey={revoking} onClose={() => setRevoking(null)} />
      )}
    </Panel>
  );
}

interface KeyRowProps {
  readonly officeKey: OfficeKey;
  readonly onRevoke: (key: OfficeKey) => void;
}

function KeyRow({ officeKey, onRevoke }: KeyRowProps) {
  const { t } = useTranslation("headquarters");
  const mayRevoke = useMay("headquarters.enrol") && officeKey.state === "current";
  return (
    <Table.Tr>
      <Table.Td className={classes.hash ?? ""}>{officeKey.fingerprint}</Table.Td>
      <Table.Td>
        <Day iso={officeKey.since} />
      </Table.Td>
      <Table.Td>
        <Day iso={officeKey.until} />
      </Table.Td>
      <Table.Td>
        <span className={`${classes.badge} ${officeKey.state === "revoked" ? classes.urgent : ""}`}>
          {t(`keys.${officeKey.state}`)}
        </span>
      </Table.Td>
      <Table.Td ta="right">
        {mayRevoke && (
          <Button variant="subtle" size="compact-sm" onClick={() => onRevoke(officeKey)}>
            {t("keys.revoke")}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
