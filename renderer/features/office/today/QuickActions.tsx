import { Button } from "@mantine/core";
import { IconFileImport, IconId, IconUserPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useMay } from "../../../lib/useSession.ts";
import classes from "./Today.module.css";

interface QuickActionsProps {
  /** Nobody is registered yet: there is nobody to sell a card to. */
  readonly atStart?: boolean;
}

/** What is done most often, one press away. */
export function QuickActions({ atStart }: QuickActionsProps) {
  const { t } = useTranslation("office");
  const mayWrite = useMay("members.write");
  const maySell = useMay("cards.sell") && !atStart;
  const mayImport = useMay("members.import");
  if (!mayWrite && !maySell && !mayImport) return null;
  return (
    <div className={`${classes.quick} ${atStart ? classes.centred : ""}`}>
      {mayWrite && (
        <Button component={Link} to="/members/new" leftSection={<IconUserPlus size={18} aria-hidden />}>
          {t("today.newMember")}
        </Button>
      )}
      {maySell && (
        <Button
          component={Link}
          to="/members"
          variant="default"
          leftSection={<IconId size={18} aria-hidden />}
        >
          {t("today.sellCard")}
        </Button>
      )}
      {mayImport && (
        <Button
          component={Link}
          to="/members/import"
          variant="default"
          leftSection={<IconFileImport size={18} aria-hidden />}
        >
          {t("today.import")}
        </Button>
      )}
    </div>
  );
}
