import { Button, Menu } from "@mantine/core";
import {
  IconArrowsExchange,
  IconBus,
  IconCashMinus,
  IconCashPlus,
  IconChevronDown,
  IconPlus,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useMay, useOfficeIdentity } from "../../../lib/useSession.ts";

const WAYS = [
  { to: "in", icon: IconCashPlus },
  { to: "out", icon: IconCashMinus },
  { to: "transfer", icon: IconArrowsExchange },
  { to: "remit", icon: IconBus },
] as const;

/** What can be booked by hand. */
export function NewVoucherMenu() {
  const { t } = useTranslation("cashbook");
  const mayWrite = useMay("cashbook.write");
  const headquarters = useOfficeIdentity()?.headquarters ?? false;
  if (!mayWrite) return null;
  // Money is sent to headquarters, not from there.
  const ways = WAYS.filter(({ to }) => to !== "remit" || !headquarters);
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <Button
          style={{ flex: "none" }}
          leftSection={<IconPlus size={18} aria-hidden />}
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          {t("new.label")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {ways.map((way) => (
          <Menu.Item
            key={way.to}
            component={Link}
            to={`/cashbook/new/${way.to}`}
            leftSection={<way.icon size={18} aria-hidden />}
          >
            {t(`new.${way.to}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
