import { Badge, Button, Table } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { User } from "../../../src/contract/access.ts";
import { useAsk } from "../../lib/calls.ts";
import { Asked } from "../../ui/Asked.tsx";
import { Day } from "../../ui/Day.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { AddUserDialog } from "./AddUserDialog.tsx";
import { EditUserDialog } from "./EditUserDialog.tsx";
import { ResetDialog } from "./ResetDialog.tsx";

type Open = { readonly what: "add" } | { readonly what: "edit" | "reset"; readonly user: User };

/** Who may sign in, and as what. */
export function Users() {
  const { t } = useTranslation("access");
  const users = useAsk("access.listUsers", {});
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  return (
    <Panel
      title={t("users.title")}
      text={t("users.text")}
      action={
        <Button
          leftSection={<IconUserPlus size={18} aria-hidden />}
          onClick={() => setOpen({ what: "add" })}
          style={{ flex: "none" }}
        >
          {t("users.add")}
        </Button>
      }
    >
      <Asked of={users}>{(found) => <UserTable users={found} onOpen={setOpen} />}</Asked>
      {open?.what === "add" && <AddUserDialog onClose={close} />}
      {open?.what === "edit" && <EditUserDialog user={open.user} onClose={close} />}
      {open?.what === "reset" && <ResetDialog user={open.user} onClose={close} />}
    </Panel>
  );
}

interface UserTableProps {
  readonly users: readonly User[];
  readonly onOpen: (open: Open) => void;
}

function UserTable({ users, onOpen }: UserTableProps) {
  const { t } = useTranslation(["access", "common"]);
  return (
    <Table verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("access:users.name")}</Table.Th>
          <Table.Th>{t("access:users.login")}</Table.Th>
          <Table.Th>{t("access:users.role")}</Table.Th>
          <Table.Th>{t("access:users.since")}</Table.Th>
          <Table.Td />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {users.map((user) => (
          <Table.Tr key={user.id}>
            <Table.Td>
              {user.name}{" "}
              {!user.active && (
                <Badge color="gray" variant="light" size="sm" tt="none">
                  {t("access:users.inactive")}
                </Badge>
              )}
            </Table.Td>
            <Table.Td>{user.login}</Table.Td>
            <Table.Td>{t(`common:role.${user.role}`)}</Table.Td>
            <Table.Td>
              <Day iso={user.createdAt} />
            </Table.Td>
            <Table.Td ta="right" style={{ whiteSpace: "nowrap" }}>
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={t("access:users.editWho", { login: user.login })}
                onClick={() => onOpen({ what: "edit", user })}
              >
                {t("common:edit")}
              </Button>
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={t("access:users.resetWho", { login: user.login })}
                onClick={() => onOpen({ what: "reset", user })}
              >
                {t("access:users.reset")}
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
