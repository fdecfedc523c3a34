import { Button, Group, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, Navigate, useParams } from "react-router";
import type { CashCount, Till } from "../../../../src/contract/cashbookTerms.ts";
import { showFrancs } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { DoneNote } from "../../../ui/DoneNote.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { PrintButton } from "../../../ui/PrintButton.tsx";
import { useTillName, useTills } from "../useTills.ts";
import { CountForm } from "./CountForm.tsx";

/** The end of the day: what lies in the box against what the book says. */
export function CountPage() {
  const { till: key } = useParams();
  const { query } = useTills();
  const mayCount = useMay("cashbook.write");
  if (!mayCount) return <Navigate to="/cashbook/tills" replace />;
  return (
    <Asked of={query}>
      {(tills) => {
        const till = tills.find((one) => one.key === key);
        if (till === undefined) return <Navigate to="/cashbook/tills" replace />;
        return <Count key={till.key} till={till} onStale={() => void query.refetch()} />;
      }}
    </Asked>
  );
}

interface CountProps {
  readonly till: Till;
  readonly onStale: () => void;
}

function Count({ till, onStale }: CountProps) {
  const { t } = useTranslation("cashbook");
  const name = useTillName()(till);
  const [done, setDone] = useState<CashCount | null>(null);
  const word = till.kind === "cash" ? "cash" : "account";
  return (
    <Page
      title={t(`count.title.${word}`, { name })}
      subtitle={t(`count.subtitle.${word}`)}
      back={{ to: "/cashbook/tills", label: t("tabs.tills") }}
    >
      {done === null ? (
        <CountForm till={till} onDone={setDone} onStale={onStale} />
      ) : (
        <Counted count={done} />
      )}
    </Page>
  );
}

function Counted({ count }: { readonly count: CashCount }) {
  const { t } = useTranslation("cashbook");
  const language = useLanguage();
  const { difference, voucherNumber } = count;
  return (
    <Panel>
      <Stack>
        <DoneNote title={t("count.done")}>
          {difference === 0
            ? t("count.agrees")
            : t("count.booked", {
                amount: showFrancs(difference, language),
                number: voucherNumber ?? "",
              })}
        </DoneNote>
        <Group>
          <PrintButton operation="cashbook.printCount" input={{ id: count.id }} label={t("count.print")} />
          <Button component={Link} to="/cashbook/tills" autoFocus>
            {t("count.back")}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}
