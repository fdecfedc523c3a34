import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Till } from "../../../../src/contract/cashbookTerms.ts";
import { useTillName } from "../useTills.ts";
import { OpeningDialog } from "./OpeningDialog.tsx";
import { TillDialog } from "./TillDialog.tsx";

interface UnusedTillProps {
  readonly till: Till;
  readonly mayChange: boolean;
}

/** A place where nothing was paid yet, or that is closed: one line, and the way to begin. */
export function UnusedTill({ till, mayChange }: UnusedTillProps) {
  const { t } = useTranslation("cashbook");
  const name = useTillName()(till);
  const [opened, setOpened] = useState(false);
  const word = till.closed ? "reopen" : "opening";
  return (
    <li>
      <span>
        {name}
        {till.closed && ` (${t("tills.closed")})`}
      </span>
      {mayChange && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t(`tills.${word}Of`, { name })}
          onClick={() => setOpened(true)}
        >
          {t(`tills.${word}`)}
        </Button>
      )}
      {opened && till.closed && <TillDialog till={till} onClose={() => setOpened(false)} />}
      {opened && !till.closed && <OpeningDialog till={till} onClose={() => setOpened(false)} />}
    </li>
  );
}
