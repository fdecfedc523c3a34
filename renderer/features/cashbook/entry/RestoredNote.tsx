import { Anchor, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** What was typed before the lock is there again, and a way to leave it. */
export function RestoredNote({ onStartOver }: { readonly onStartOver: () => void }) {
  const { t } = useTranslation("common");
  return (
    <Text size="sm" mb="sm">
      {t("unsavedKept")}{" "}
      <Anchor component="button" type="button" size="sm" onClick={onStartOver}>
        {t("startOver")}
      </Anchor>
    </Text>
  );
}
