import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { OutputOf } from "../../../../src/contract/index.ts";
import { RecoverySheet } from "../../../ui/RecoverySheet.tsx";

/** The sheet that opens the office when every passphrase is forgotten; then the office itself. */
export function RecoveryStep({ made }: { readonly made: OutputOf<"office.create"> }) {
  const { t } = useTranslation("office");
  const queries = useQueryClient();
  return (
    <RecoverySheet
      code={made.recoveryCode}
      sheet={made.sheet}
      done={t("first.recovery.open")}
      onDone={() => void queries.invalidateQueries()}
    />
  );
}
