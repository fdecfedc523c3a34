import { List, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../lib/calls.ts";
import { Asked } from "../../ui/Asked.tsx";
import { CardPrintButton } from "../../ui/CardPrintButton.tsx";
import { Panel } from "../../ui/Panel.tsx";
import classes from "./CardsPage.module.css";

/** Cards that were sold and not printed yet. */
export function WaitingCards() {
  const { t } = useTranslation("cards");
  const waiting = useAsk("cards.waiting", {});
  return (
    <Panel title={t("waiting.title")}>
      <Asked of={waiting}>
        {({ notPrintedYet, allValid }) => (
          <Stack align="flex-start">
            <div>
              <span className={classes.count}>{notPrintedYet}</span>{" "}
              <Text component="span">{t("waiting.count", { count: notPrintedYet })}</Text>
            </div>
            {notPrintedYet > 0 ? (
              <CardPrintButton who="notPrintedYet" label={t("waiting.print")} />
            ) : (
              <Text size="sm" c="dimmed">
                {t("waiting.none")}
              </Text>
            )}
            <Hints />
            {allValid > 0 && (
              <CardPrintButton
                who="allValid"
                label={t("waiting.printAll", { count: allValid })}
                variant="default"
              />
            )}
          </Stack>
        )}
      </Asked>
    </Panel>
  );
}

function Hints() {
  const { t } = useTranslation("cards");
  return (
    <List size="sm" spacing={4} c="dimmed">
      <List.Item>{t("waiting.sheetHint")}</List.Item>
      <List.Item>{t("waiting.duplexHint")}</List.Item>
      <List.Item>{t("waiting.scaleHint")}</List.Item>
    </List>
  );
}
