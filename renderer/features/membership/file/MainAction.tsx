import { Button, Group } from "@mantine/core";
import { IconId } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { MemberFile } from "../../../../src/contract/membership.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { useMay } from "../../../lib/useSession.ts";
import { CardPrintButton } from "../../../ui/CardPrintButton.tsx";
import { SaleDialog } from "../sale/SaleDialog.tsx";
import { mainActionOf } from "./mainActionOf.ts";

/** Sell, renew or print, by her standing. A paid-up member may also pay ahead. */
export function MainAction({ file }: { readonly file: MemberFile }) {
  const { t } = useTranslation("membership");
  const [today] = useState(todayNow);
  const [selling, setSelling] = useState(false);
  const maySell = useMay("cards.sell");
  const mayPrint = useMay("cards.print");
  const kind = mainActionOf(file, today);
  const { member } = file;
  if (kind === "none") return null;
  return (
    <Group gap="sm">
      {kind === "print" && maySell && (
        <Button variant="default" onClick={() => setSelling(true)}>
          {t("sale.renew")}
        </Button>
      )}
      {kind === "print" && mayPrint && (
        <CardPrintButton who={{ memberIds: [member.id] }} label={t("cards.print")} />
      )}
      {kind !== "print" && maySell && (
        <Button leftSection={<IconId size={18} aria-hidden />} onClick={() => setSelling(true)}>
          {t(kind === "sell" ? "sale.sell" : "sale.renew")}
        </Button>
      )}
      <SaleDialog opened={selling} member={member} onClose={() => setSelling(false)} />
    </Group>
  );
}
