import { Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { TierHolders } from "../../../../src/contract/headquarters.ts";
import headquarters from "../Headquarters.module.css";
import classes from "./Tiers.module.css";

/** The public half of each reading key, small: for a comparison with `age-keygen -y`. */
export function TierRecipients({ tiers }: { readonly tiers: readonly TierHolders[] }) {
  const { t } = useTranslation("headquarters");
  return (
    <div>
      <Title order={3} className={headquarters.smallHeading ?? ""}>
        {t("tiers.recipients")}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t("tiers.recipientsText")}
      </Text>
      <dl className={classes.recipients}>
        {tiers.map(({ tier, recipient }) => (
          <div key={tier} className={classes.recipient}>
            <dt>{t(`tier.${tier}`)}</dt>
            <dd>{recipient}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
