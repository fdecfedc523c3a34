import { Stack, Table, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Fork } from "../../../../src/contract/headquarters.ts";
import { showCount } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { Day } from "../../../ui/Day.tsx";
import { Fact, Facts } from "../../../ui/Fields.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import classes from "../Headquarters.module.css";
import { entityWord, shortHash } from "../words.ts";
import { forkKinds } from "./forkKinds.ts";

/** Where the office's journal parts from headquarters' copy, what differs, and what people do about it. */
export function ForkPanel({ fork }: { readonly fork: Fork }) {
  const { t } = useTranslation("headquarters");
  const language = useLanguage();
  const at = showCount(fork.at, language);
  const hash = (value: string | null) =>
    value === null ? t("fork.ends") : <span className={classes.hash}>{shortHash(value)}</span>;
  return (
    <Panel tone="attention" title={t("fork.title")} text={t("fork.text", { at, number: fork.number })}>
      <Stack gap="lg">
        <Facts>
          <Fact name={t("fork.at")}>{at}</Fact>
          <Fact name={t("fork.held")}>{hash(fork.held)}</Fact>
          <Fact name={t("fork.brought")}>{hash(fork.brought)}</Fact>
          <Fact name={t("fork.seenAt")}>
            <Day iso={fork.seenAt} withTime />
          </Fact>
        </Facts>
        <Kinds fork={fork} />
        <div>
          <Title order={3} className={classes.smallHeading ?? ""}>
            {t("fork.todo")}
          </Title>
          <ol className={classes.steps}>
            <li>{t("fork.step1")}</li>
            <li>{t("fork.step2")}</li>
            <li>{t("fork.step3")}</li>
          </ol>
        </div>
      </Stack>
    </Panel>
  );
}

function Kinds({ fork }: { readonly fork: Fork }) {
  const { t } = useTranslation("headquarters");
  const language = useLanguage();
  const kinds = forkKinds(fork);
  if (kinds.length === 0) return null;
  return (
    <div>
      <Title order={3} className={classes.smallHeading ?? ""}>
        {t("fork.kinds")}
      </Title>
      <Table maw="34rem" verticalSpacing={4} aria-label={t("fork.kinds")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("fork.kind")}</Table.Th>
            <Table.Th ta="right">{t("fork.atHeadquarters")}</Table.Th>
            <Table.Th ta="right">{t("fork.onStick")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {kinds.map(({ entity, held, brought }) => (
            <Table.Tr key={entity} className="numerals">
              <Table.Td>{entityWord(entity, t)}</Table.Td>
              <Table.Td ta="right">{showCount(held, language)}</Table.Td>
              <Table.Td ta="right">{showCount(brought, language)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
