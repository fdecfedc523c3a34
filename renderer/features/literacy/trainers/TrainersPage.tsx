import { Button, Table } from "@mantine/core";
import { IconPlus, IconSchool } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Trainer } from "../../../../src/contract/literacyViews.ts";
import { showPhone } from "../../../../src/domain/phone.ts";
import { useAsk } from "../../../lib/calls.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Name, Private } from "../../../ui/Name.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { LiteracyTabs } from "../LiteracyTabs.tsx";
import { TrainerDialog } from "./TrainerDialog.tsx";

type Edited = Trainer | "new" | null;

/** Who teaches in this office, with those who do no more. */
export function TrainersPage() {
  const { t } = useTranslation("literacy");
  const trainers = useAsk("literacy.trainers", {});
  const mayManage = useMay("literacy.manage");
  const [edited, setEdited] = useState<Edited>(null);
  const add = mayManage && (
    <Button
      style={{ flex: "none" }}
      leftSection={<IconPlus size={18} aria-hidden />}
      onClick={() => setEdited("new")}
    >
      {t("trainers.new")}
    </Button>
  );
  const isEmpty = trainers.data?.length === 0;
  return (
    <Page wide title={t("title")} subtitle={t("trainers.intro")} action={isEmpty ? undefined : add}>
      <div>
        <LiteracyTabs />
        <Asked of={trainers}>
          {(found) =>
            found.length === 0 ? (
              <Empty
                icon={IconSchool}
                title={t("trainers.empty")}
                text={t("trainers.emptyText")}
                action={add}
              />
            ) : (
              <Panel>
                <TrainerTable trainers={found} onEdit={mayManage ? setEdited : null} />
              </Panel>
            )
          }
        </Asked>
      </div>
      {edited !== null && (
        <TrainerDialog trainer={edited === "new" ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Page>
  );
}

interface TrainerTableProps {
  readonly trainers: readonly Trainer[];
  readonly onEdit: ((trainer: Trainer) => void) | null;
}

function TrainerTable({ trainers, onEdit }: TrainerTableProps) {
  const { t } = useTranslation(["literacy", "common"]);
  return (
    <Table verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("trainers.name")}</Table.Th>
          <Table.Th>{t("trainers.who")}</Table.Th>
          <Table.Th>{t("trainers.phone")}</Table.Th>
          <Table.Th>{t("trainers.standing")}</Table.Th>
          <Table.Th ta="right">{t("trainers.cohorts")}</Table.Th>
          {onEdit && <Table.Td />}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {trainers.map((trainer) => (
          <Table.Tr key={trainer.id}>
            <Table.Td fw={500}>
              <Name surname={trainer.name} firstNames="" />
            </Table.Td>
            <Table.Td>{t(trainer.memberId === null ? "trainers.isOther" : "trainers.isMember")}</Table.Td>
            <Table.Td className="numerals">
              {trainer.phone === "" ? t("dash") : <Private>{showPhone(trainer.phone)}</Private>}
            </Table.Td>
            <Table.Td>{t(trainer.active ? "trainers.active" : "trainers.inactive")}</Table.Td>
            <Table.Td ta="right" className="numerals">
              {trainer.cohorts}
            </Table.Td>
            {onEdit && (
              <Table.Td ta="right">
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t("trainers.editOf", { name: trainer.name })}
                  onClick={() => onEdit(trainer)}
                >
                  {t("common:edit")}
                </Button>
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
