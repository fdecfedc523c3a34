import { Switch, Table, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OutputOf } from "../../../../src/contract/index.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import type { Tier } from "../../../../src/contract/sync.ts";
import { useTell } from "../../../lib/calls.ts";
import { useSession } from "../../../lib/useSession.ts";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import headquarters from "../Headquarters.module.css";
import { GiveUpDialog } from "./GiveUpDialog.tsx";

type Tiers = OutputOf<"headquarters.tiers">;
type Person = Tiers["people"][number];

interface Change {
  readonly person: Person;
  readonly tier: Tier;
  readonly holds: boolean;
}

/** People by tiers: a switch gives a reading key or takes it back. */
export function TierMatrix({ tiers, people }: Tiers) {
  const { t } = useTranslation("headquarters");
  const own = useSession()?.userId;
  const { change, pending, refusal } = useChange();
  const [givingUp, setGivingUp] = useState<Change | null>(null);

  /** One's own key is not given up by a slip: nobody can take it back alone. */
  function toggle(next: Change): void {
    if (next.holds && next.person.userId === own) setGivingUp(next);
    else void change(next);
  }

  if (people.length === 0) return <Text c="dimmed">{t("tiers.nobody")}</Text>;
  return (
    <>
      <RefusalNotice refusal={refusal} />
      <Table verticalSpacing="xs" aria-label={t("tiers.title")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("tiers.person")}</Table.Th>
            {tiers.map(({ tier }) => (
              <Table.Th key={tier}>{t(`tier.${tier}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.map((person) => (
            <PersonRow
              key={person.userId}
              person={person}
              tiers={tiers}
              disabled={pending}
              onToggle={toggle}
            />
          ))}
        </Table.Tbody>
      </Table>
      {givingUp && (
        <GiveUpDialog
          tier={givingUp.tier}
          onConfirm={() => {
            setGivingUp(null);
            void change(givingUp);
          }}
          onClose={() => setGivingUp(null)}
        />
      )}
    </>
  );
}

function useChange() {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const grant = useTell("headquarters.grantTier");
  const withdraw = useTell("headquarters.withdrawTier");
  async function change({ person, tier, holds }: Change): Promise<void> {
    const result = await (holds ? withdraw : grant).tell({ userId: person.userId, tier });
    setRefusal(result.ok ? null : result.refusal);
  }
  return { change, refusal, pending: grant.pending || withdraw.pending };
}

interface PersonRowProps {
  readonly person: Person;
  readonly tiers: Tiers["tiers"];
  readonly disabled: boolean;
  readonly onToggle: (change: Change) => void;
}

function PersonRow({ person, tiers, disabled, onToggle }: PersonRowProps) {
  const { t } = useTranslation(["headquarters", "common"]);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {person.name}
        <div className={headquarters.soft}>
          {t(`common:role.${person.role}`)}
          {!person.ready && ` · ${t("headquarters:tiers.notReady")}`}
        </div>
      </Table.Th>
      {tiers.map(({ tier, holders }) => {
        const holds = holders.some(({ userId }) => userId === person.userId);
        return (
          <Table.Td key={tier}>
            <Switch
              aria-label={t("headquarters:tiers.give", {
                tier: t(`headquarters:tier.${tier}`),
                name: person.name,
              })}
              checked={holds}
              disabled={disabled || (!person.ready && !holds)}
              onChange={() => onToggle({ person, tier, holds })}
            />
          </Table.Td>
        );
      })}
    </Table.Tr>
  );
}
