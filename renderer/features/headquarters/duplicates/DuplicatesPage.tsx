import { Stack } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../../lib/calls.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { HeadquartersTabs } from "../HeadquartersTabs.tsx";
import { PairPanel } from "./PairPanel.tsx";

/** Records of two offices that may be one woman, side by side, until somebody says what is true. */
export function DuplicatesPage() {
  const { t } = useTranslation("headquarters");
  const pairs = useAsk("headquarters.duplicates", {});
  return (
    <Page title={t("duplicates.title")} subtitle={t("duplicates.subtitle")} wide>
      <HeadquartersTabs />
      <Asked of={pairs}>
        {(found) =>
          found.length === 0 ? (
            <Panel>
              <Empty icon={IconUsers} title={t("duplicates.empty")} text={t("duplicates.emptyText")} />
            </Panel>
          ) : (
            <Stack gap="lg">
              {found.map((pair) => (
                <PairPanel key={pair.id} pair={pair} />
              ))}
            </Stack>
          )
        }
      </Asked>
    </Page>
  );
}
