import { Button } from "@mantine/core";
import { IconMoodSad } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Empty } from "../ui/Empty.tsx";

export function Apology() {
  const { t } = useTranslation("app");
  return (
    <main role="alert">
      <Empty
        icon={IconMoodSad}
        title={t("apology.title")}
        text={t("apology.text")}
        action={
          <Button
            onClick={() => {
              location.hash = "#/";
              location.reload();
            }}
          >
            {t("apology.action")}
          </Button>
        }
      />
    </main>
  );
}
