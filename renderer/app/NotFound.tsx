import { Button } from "@mantine/core";
import { IconMapQuestion } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Empty } from "../ui/Empty.tsx";

export function NotFound() {
  const { t } = useTranslation("app");
  return (
    <Empty
      icon={IconMapQuestion}
      title={t("notFound.title")}
      text={t("notFound.text")}
      action={
        <Button component={Link} to="/">
          {t("notFound.action")}
        </Button>
      }
    />
  );
}
