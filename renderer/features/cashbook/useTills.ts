import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Till, TillKey } from "../../../src/contract/cashbookTerms.ts";
import { type OfficeCode, type OfficeScope, PaymentMethod } from "../../../src/contract/primitives.ts";
import { useAsk } from "../../lib/calls.ts";

/** How a place is called: by its own name, or by the payment method that it is the principal place of. */
export function useTillName(): (till: Pick<Till, "name" | "kind">) => string {
  const { t } = useTranslation("common");
  return useCallback((till) => till.name || t(`method.${till.kind}`), [t]);
}

/** The places where an office's money lies. @param office undefined for this office */
export function useTills(office?: OfficeScope) {
  const { t } = useTranslation("common");
  const query = useAsk("cashbook.tills", office === undefined ? {} : { office });
  const name = useTillName();
  const tills = query.data;
  /** @param of the office, where several are shown: their principal places have the same keys */
  const nameOf = useCallback(
    (key: TillKey, of?: OfficeCode) => {
      const found = tills?.find((till) => till.key === key && (of === undefined || till.office === of));
      if (found !== undefined) return name(found);
      const method = PaymentMethod.safeParse(key);
      return method.success ? t(`method.${method.data}`) : "—";
    },
    [tills, name, t],
  );
  return { query, tills: tills ?? [], nameOf };
}
