import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";

/** Says in a corner of the screen, for some seconds, that something was done. */
export function useNotice(): (message: string) => void {
  const { t } = useTranslation("common");
  return (message) => {
    notifications.show({ message, closeButtonProps: { "aria-label": t("close") } });
  };
}
