import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { LifeAccount } from "../../../../src/contract/insurancePolicies.ts";
import { REFUSAL_CODES } from "../../../../src/contract/refusals.ts";
import { useRefusalText } from "../../../lib/refusals.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import classes from "../policy/Policy.module.css";

type Quote = LifeAccount["quotes"][number];

interface QuotesPanelProps {
  readonly account: LifeAccount;
  readonly elsewhere: boolean;
  readonly onRequest: (quote: Quote) => void;
}

/** What is in the account and what she would get today, by each way out. */
export function QuotesPanel({ account, elsewhere, onRequest }: QuotesPanelProps) {
  const { t } = useTranslation("insurance");
  const mayEnrol = useMay("insurance.enrol");
  const isOpen = account.exits.some(({ state }) => state === "requested" || state === "approved");
  const mayRequest = mayEnrol && !elsewhere && !isOpen && account.policy.state !== "ended";
  return (
    <Panel title={t("quotes.title")} text={t("quotes.text")} action={<Balance francs={account.balance} />}>
      <ul className={classes.lines}>
        {account.quotes.map((quote) => (
          <li key={quote.kind} className={classes.line}>
            <span style={{ flex: 1 }}>
              {t(`exits.kinds.${quote.kind}`)}
              {quote.refusal !== null && <Why code={quote.refusal} />}
            </span>
            <strong>{quote.refusal === null ? <Amount francs={quote.amount} /> : "—"}</strong>
            {mayRequest && (
              <Button
                variant="default"
                size="xs"
                disabled={quote.refusal !== null}
                aria-label={t("quotes.requestOf", { kind: t(`exits.kinds.${quote.kind}`) })}
                onClick={() => onRequest(quote)}
              >
                {t("quotes.request")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Balance({ francs }: { readonly francs: number }) {
  return (
    <span className={classes.balance}>
      <Amount francs={francs} />
    </span>
  );
}

/** A quote says by a refusal's code why she would get nothing. */
function Why({ code }: { readonly code: string }) {
  const text = useRefusalText();
  const known = REFUSAL_CODES.find((one) => one === code);
  return <div className={classes.soft}>{known ? text({ code: known }) : code}</div>;
}
