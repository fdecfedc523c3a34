import { ActionIcon, Button, Menu, Title } from "@mantine/core";
import { IconCoins, IconDots, IconListDetails } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Till } from "../../../../src/contract/cashbookTerms.ts";
import { showDay, showFrancs } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { useMay, useOfficeIdentity } from "../../../lib/useSession.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { useTillName } from "../useTills.ts";
import { CloseTillDialog } from "./CloseTillDialog.tsx";
import { OpeningDialog } from "./OpeningDialog.tsx";
import { TillDialog } from "./TillDialog.tsx";
import classes from "./Tills.module.css";

interface TillCardProps {
  readonly till: Till;
  readonly mayChange: boolean;
}

/** Notes and coins are counted, an account is compared with its statement. */
function wordOf({ kind }: Till): "count" | "compare" {
  return kind === "cash" ? "count" : "compare";
}

/** A place with what lies there and when it was last counted. */
export function TillCard({ till, mayChange }: TillCardProps) {
  const { t } = useTranslation(["cashbook", "common"]);
  const name = useTillName()(till);
  const own = useOfficeIdentity()?.code;
  const mayCount = useMay("cashbook.write") && till.office === own;
  const about = [name === t(`common:method.${till.kind}`) ? "" : t(`common:method.${till.kind}`)];
  const kind = [...about, till.accountNumber].filter(Boolean).join(" · ");
  const word = wordOf(till);
  const ofOffice = till.office === own ? "" : `&office=${till.office}`;
  return (
    <article className={`${classes.card} ${till.balance < 0 ? classes.negative : ""}`}>
      <div className={classes.head}>
        <div>
          <Title order={2} className={classes.name ?? ""}>
            {name}
          </Title>
          {kind !== "" && <div className={`${classes.kind} numerals`}>{kind}</div>}
        </div>
        {mayChange && <TillMenu till={till} name={name} />}
      </div>
      <div className={classes.balance}>
        <Amount francs={till.balance} />
      </div>
      <LastCount till={till} />
      <div className={classes.foot}>
        {mayCount && (
          <Button
            component={Link}
            to={`/cashbook/count/${till.key}`}
            size="xs"
            variant="light"
            leftSection={<IconCoins size={16} aria-hidden />}
            aria-label={t(`tills.${word}Of`, { name })}
          >
            {t(`tills.${word}`)}
          </Button>
        )}
        <Button
          component={Link}
          to={`/cashbook?till=${till.key}${ofOffice}`}
          size="xs"
          variant="subtle"
          leftSection={<IconListDetails size={16} aria-hidden />}
          aria-label={t("tills.bookOf", { name })}
        >
          {t("tills.book")}
        </Button>
      </div>
    </article>
  );
}

function LastCount({ till }: { readonly till: Till }) {
  const { t } = useTranslation("cashbook");
  const language = useLanguage();
  const word = wordOf(till);
  const countedOn = till.lastCount?.countedOn;
  const difference = till.lastCount?.difference ?? 0;
  return (
    <div className={classes.last}>
      {countedOn === undefined
        ? t(`tills.neverCounted.${word}`)
        : t(`tills.countedOn.${word}`, { on: showDay(countedOn) })}
      {difference !== 0 && (
        <span className={classes.warn}>
          {" · "}
          {t("tills.difference", { amount: showFrancs(difference, language) })}
        </span>
      )}
      {till.balance < 0 && <div className={classes.warn}>{t("tills.negative")}</div>}
    </div>
  );
}

type Opened = "rename" | "opening" | "close" | null;

function TillMenu({ till, name }: { readonly till: Till; readonly name: string }) {
  const { t } = useTranslation("cashbook");
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t("tills.moreOf", { name })}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpened("rename")}>{t("tills.rename")}</Menu.Item>
          {!till.hasOpening && (
            <Menu.Item onClick={() => setOpened("opening")}>{t("tills.opening")}</Menu.Item>
          )}
          {!till.principal && <Menu.Item onClick={() => setOpened("close")}>{t("tills.close")}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {opened === "rename" && <TillDialog till={till} onClose={close} />}
      {opened === "opening" && <OpeningDialog till={till} onClose={close} />}
      {opened === "close" && <CloseTillDialog till={till} name={name} onClose={close} />}
    </>
  );
}
