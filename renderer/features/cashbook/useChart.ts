import { useCallback, useMemo } from "react";
import type { Account, AccountCode } from "../../../src/contract/cashbookTerms.ts";
import { useAsk } from "../../lib/calls.ts";
import { useLanguage } from "../../lib/refusals.ts";

/** The chart of accounts, with its names in the screen's language. */
export function useChart() {
  const language = useLanguage();
  const chart = useAsk("cashbook.chart", {}).data;
  const byCode = useMemo(() => new Map((chart ?? []).map((account) => [account.code, account])), [chart]);
  const wordsOf = useCallback(
    (account: Account) => (language === "fr" ? account.name : account.nameEn),
    [language],
  );
  /** The code itself for an account that is not in the chart. */
  const nameOf = useCallback(
    (code: AccountCode) => {
      const account = byCode.get(code);
      return account === undefined ? code : wordsOf(account);
    },
    [byCode, wordsOf],
  );
  const numberOf = useCallback((code: AccountCode) => byCode.get(code)?.number ?? "", [byCode]);
  return { accounts: chart ?? [], nameOf, numberOf, wordsOf };
}
