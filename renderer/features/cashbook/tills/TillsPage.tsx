import { Button, Stack } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Till } from "../../../../src/contract/cashbookTerms.ts";
import { useOfficeName } from "../../../lib/offices.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Asked } from "../../../ui/Asked.tsx";
import { OfficeFilter } from "../../../ui/OfficeFilter.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { useOfficeInAddress } from "../../../ui/useOfficeInAddress.ts";
import { CashTabs } from "../CashTabs.tsx";
import { useTills } from "../useTills.ts";
import { CountsPanel } from "./CountsPanel.tsx";
import { TillCard } from "./TillCard.tsx";
import { TillDialog } from "./TillDialog.tsx";
import classes from "./Tills.module.css";
import { byOffice, isUsed } from "./tillGroups.ts";
import { UnusedTill } from "./UnusedTill.tsx";

/** Where the money lies: every cash box and account with what it holds. */
export function TillsPage() {
  const { t } = useTranslation("cashbook");
  const [office, setOffice] = useOfficeInAddress();
  const { query } = useTills(office);
  const mayChange = useMay("cashbook.tills") && office === undefined;
  return (
    <Page wide title={t("title")} subtitle={t("tills.subtitle")} action={mayChange && <NewTill />}>
      <CashTabs />
      <Stack gap="lg">
        <OfficeFilter value={office} onChange={setOffice} />
        <Asked of={query}>
          {(tills) =>
            byOffice(tills).map(([code, ofOffice]) => (
              <OfficeTills key={code} tills={ofOffice} named={office === "all"} mayChange={mayChange} />
            ))
          }
        </Asked>
        <CountsPanel office={office} />
      </Stack>
    </Page>
  );
}

function NewTill() {
  const { t } = useTranslation("cashbook");
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        style={{ flex: "none" }}
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t("tills.new")}
      </Button>
      {opened && <TillDialog till={null} onClose={() => setOpened(false)} />}
    </>
  );
}

interface OfficeTillsProps {
  readonly tills: readonly Till[];
  /** Several offices are shown. */
  readonly named: boolean;
  readonly mayChange: boolean;
}

function OfficeTills({ tills, named, mayChange }: OfficeTillsProps) {
  const { t } = useTranslation("cashbook");
  const officeName = useOfficeName();
  const used = tills.filter(isUsed);
  // Whoever only looks learns nothing from places where nothing ever was.
  const unused = tills.filter((till) => !isUsed(till) && (mayChange || till.closed));
  const sum = used.reduce((total, { balance }) => total + balance, 0);
  const code = tills[0]?.office;
  return (
    <section aria-label={code === undefined ? t("tabs.tills") : officeName(code)}>
      <Stack gap="md">
        <div className={classes.total}>
          <span>{named && code !== undefined ? officeName(code) : t("tills.total")}</span>
          <span className={classes.totalFrancs}>
            <Amount francs={sum} />
          </span>
        </div>
        <ul className={classes.cards}>
          {used.map((till) => (
            <li key={till.key}>
              <TillCard till={till} mayChange={mayChange} />
            </li>
          ))}
        </ul>
        {unused.length > 0 && !named && (
          <Panel title={t("tills.unused")} text={mayChange ? t("tills.unusedText") : undefined}>
            <ul className={classes.unused}>
              {unused.map((till) => (
                <UnusedTill key={till.key} till={till} mayChange={mayChange} />
              ))}
            </ul>
          </Panel>
        )}
      </Stack>
    </section>
  );
}
