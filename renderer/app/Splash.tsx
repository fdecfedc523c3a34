import { Center, Loader } from "@mantine/core";
import { useTranslation } from "react-i18next";

export function Splash() {
  const { t } = useTranslation("common");
  return (
    <Center component="main" h="100%" aria-live="polite">
      <Loader aria-label={t("loading")} />
    </Center>
  );
}
