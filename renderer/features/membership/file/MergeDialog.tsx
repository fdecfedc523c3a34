import { Button, Group, Stack, Text, TextInput, UnstyledButton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Member, MemberRow } from "../../../../src/contract/membership.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useAsk, useTell } from "../../../lib/calls.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Name } from "../../../ui/Name.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { StatusBadge } from "../../../ui/StatusBadge.tsx";
import { NO_FILTER } from "../list/listAddress.ts";
import { MergeCompare } from "./MergeCompare.tsx";
import classes from "./MergeDialog.module.css";

interface MergeDialogProps {
  readonly opened: boolean;
  readonly member: Member;
  readonly onClose: () => void;
}

/** Two records of one woman become one: find the other, compare, choose which number stays. */
export function MergeDialog({ opened, member, onClose }: MergeDialogProps) {
  const { t } = useTranslation(["membership", "common"]);
  return (
    <Dialog opened={opened} onClose={onClose} title={t("merge.title")} size="xl">
      {opened && <MergeSteps member={member} onClose={onClose} />}
    </Dialog>
  );
}

function MergeSteps({ member, onClose }: Omit<MergeDialogProps, "opened">) {
  const [other, setOther] = useState<MemberRow | null>(null);
  if (other === null) return <FindOther except={member} onFound={setOther} />;
  return <ChooseKept member={member} other={other} onBack={() => setOther(null)} onClose={onClose} />;
}

const PAUSE_MS = 160;

interface FindOtherProps {
  readonly except: Member;
  readonly onFound: (row: MemberRow) => void;
}

function FindOther({ except, onFound }: FindOtherProps) {
  const { t } = useTranslation("membership");
  const [text, setText] = useState("");
  const [settled] = useDebouncedValue(text.trim(), PAUSE_MS);
  const found = useAsk(
    "membership.listMembers",
    { filter: { ...NO_FILTER, text: settled }, sort: "name", descending: false, offset: 0, limit: 8 },
    { enabled: settled !== "", keepPrevious: true },
  );
  // A record that was handed over to another office is not merged here any more.
  const mergeable = (row: MemberRow) => row.id !== except.id && row.office === except.office;
  const rows = settled === "" ? [] : (found.data?.rows ?? []).filter(mergeable);
  return (
    <Stack>
      <Text size="sm">{t("merge.find")}</Text>
      <TextInput
        data-autofocus
        aria-label={t("filters.search")}
        placeholder={t("filters.search")}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {settled !== "" && found.data && rows.length === 0 && <Text c="dimmed">{t("list.nothingTitle")}</Text>}
      <div>
        {rows.map((row) => (
          <UnstyledButton key={row.id} className={classes.found ?? ""} onClick={() => onFound(row)}>
            <span>
              <Name surname={row.surname} firstNames={row.firstNames} />
            </span>
            <span className="numerals">{row.number}</span>
            <StatusBadge status={row.status} />
          </UnstyledButton>
        ))}
      </div>
    </Stack>
  );
}

interface ChooseKeptProps {
  readonly member: Member;
  readonly other: MemberRow;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

function ChooseKept({ member, other, onBack, onClose }: ChooseKeptProps) {
  const { t } = useTranslation(["membership", "common"]);
  const navigate = useNavigate();
  const older = other.joinedOn < member.joinedOn ? other.id : member.id;
  const [keepId, setKeepId] = useState(older);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const merge = useTell("membership.mergeMembers");
  const go = async () => {
    const mergeId = keepId === member.id ? other.id : member.id;
    const result = await merge.tell({ keepId, mergeId });
    if (!result.ok) return setRefusal(result.refusal);
    onClose();
    navigate(`/members/${keepId}`, { replace: true });
  };
  return (
    <Stack>
      <RefusalNotice refusal={refusal} />
      <Text size="sm">{t("merge.compare")}</Text>
      <MergeCompare left={member} right={other} keepId={keepId} onKeep={setKeepId} />
      <Text size="sm">{t("merge.what")}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onBack}>
          {t("merge.another")}
        </Button>
        <Button onClick={go} loading={merge.pending}>
          {t("merge.go")}
        </Button>
      </Group>
    </Stack>
  );
}
