import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { OfficeLine } from "../../../../src/contract/headquarters.ts";
import { Day } from "../../../ui/Day.tsx";
import headquarters from "../Headquarters.module.css";
import { missingWords } from "../words.ts";
import { AttentionBadges } from "./AttentionBadges.tsx";
import { Figure } from "./Figure.tsx";
import classes from "./Offices.module.css";
import type { PlacedOffice } from "./officeTree.ts";

/** One office; its name opens its page. */
export function OfficeRow({ line, isUnder }: PlacedOffice) {
  const { t } = useTranslation("headquarters");
  return (
    <Table.Tr className={classes.row ?? ""}>
      <Table.Th scope="row" fw={400}>
        <div className={isUnder ? classes.under : ""}>
          <Link to={`/headquarters/offices/${line.code}`} className={classes.link}>
            {line.code} {line.name}
          </Link>
          {line.own && <div className={headquarters.soft}>{t("table.own")}</div>}
          {isUnder && line.parentCode !== null && (
            <div className={headquarters.soft}>{t("table.under", { parent: line.parentCode })}</div>
          )}
        </div>
      </Table.Th>
      <Table.Td>{!line.own && <LastBundle line={line} />}</Table.Td>
      <Table.Td>
        <Day iso={line.heldUntil} />
      </Table.Td>
      <Table.Td>
        <Waiting line={line} />
      </Table.Td>
      <Table.Td ta="right">
        <Figure value={line.totals.members} />
      </Table.Td>
      <Table.Td ta="right">
        <Figure value={line.totals.cashIn} francs />
      </Table.Td>
      <Table.Td ta="right">
        <Figure value={line.totals.cashOut} francs />
      </Table.Td>
      <Table.Td>
        <AttentionBadges line={line} />
      </Table.Td>
    </Table.Tr>
  );
}

/** When the last stick was made, and how long ago that is. */
export function LastBundle({ line }: { readonly line: OfficeLine }) {
  const { t } = useTranslation("headquarters");
  if (line.lastBundle === null) return <span className={headquarters.soft}>{t("table.never")}</span>;
  return (
    <>
      <Day iso={line.lastBundle.createdAt} />
      {line.daysSince !== null && (
        <div className={headquarters.soft}>{t("daysAgo", { count: line.daysSince })}</div>
      )}
    </>
  );
}

function Waiting({ line }: { readonly line: OfficeLine }) {
  const { t } = useTranslation("headquarters");
  return (
    <>
      {line.waitingBundles > 0 && <div>{t("bundles", { count: line.waitingBundles })}</div>}
      {line.missing && <div className={headquarters.soft}>{missingWords(line.missing, t)}</div>}
    </>
  );
}
