import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OfficeLine } from "../../../../src/contract/headquarters.ts";
import { showCount } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { Day } from "../../../ui/Day.tsx";
import { Fact, Facts } from "../../../ui/Fields.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { useOfficeNames } from "../officeNames.ts";
import { Figure } from "../offices/Figure.tsx";
import { LastBundle } from "../offices/OfficeRow.tsx";
import { missingWords } from "../words.ts";

/** What the office does, and how far headquarters has it. */
export function OfficeFigures({ line }: { readonly line: OfficeLine }) {
  const { t } = useTranslation("headquarters");
  const nameOf = useOfficeNames();
  const { totals } = line;
  const isHidden = Object.values(totals).includes(null);
  return (
    <Panel title={t("office.figures")}>
      <Facts>
        <Fact name={t("office.members")}>
          <Figure value={totals.members} />
        </Fact>
        <Fact name={t("office.paid")}>
          <Figure value={totals.paid} />
        </Fact>
        <Fact name={t("office.cardsThisYear")}>
          <Figure value={totals.cardsThisYear} />
        </Fact>
        <Fact name={t("office.cashIn")}>
          <Figure value={totals.cashIn} francs />
        </Fact>
        <Fact name={t("office.cashOut")}>
          <Figure value={totals.cashOut} francs />
        </Fact>
        <Fact name={t("office.region")}>{line.region}</Fact>
        {line.parentCode !== null && <Fact name={t("office.parent")}>{nameOf(line.parentCode)}</Fact>}
        {!line.own && <HowFar line={line} />}
      </Facts>
      {isHidden && (
        <Text size="sm" c="dimmed" mt="md">
          {t("office.hidden")}
        </Text>
      )}
    </Panel>
  );
}

function HowFar({ line }: { readonly line: OfficeLine }) {
  const { t } = useTranslation("headquarters");
  const language = useLanguage();
  const entry = showCount(line.held, language);
  return (
    <>
      <Fact name={t("office.lastBundle")}>
        <LastBundle line={line} />
      </Fact>
      <Fact name={t("office.held")}>
        {line.heldUntil === null ? (
          entry
        ) : (
          <>
            {t("office.heldOn", { entry })} <Day iso={line.heldUntil} />
          </>
        )}
      </Fact>
      {line.missing && <Fact name={t("table.waiting")}>{missingWords(line.missing, t)}</Fact>}
      {line.epoch > 1 && <Fact name={t("office.epoch")}>{line.epoch}</Fact>}
      {line.sealedTiers.length > 0 && (
        <Fact name={t("office.sealed")}>{line.sealedTiers.map((tier) => t(`tier.${tier}`)).join(", ")}</Fact>
      )}
    </>
  );
}
