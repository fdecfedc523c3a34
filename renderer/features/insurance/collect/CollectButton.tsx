import { Button, type ButtonProps } from "@mantine/core";
import { IconCoins } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PolicyRow } from "../../../../src/contract/insurancePolicies.ts";
import { useMay, useOfficeIdentity } from "../../../lib/useSession.ts";
import { CollectDialog } from "./CollectDialog.tsx";

interface CollectButtonProps extends Pick<ButtonProps, "variant"> {
  readonly policy: PolicyRow;
}

/** « Encaisser », for whoever may, for a policy of this office that runs. */
export function CollectButton({ policy, variant = "filled" }: CollectButtonProps) {
  const { t } = useTranslation("insurance");
  const mayCollect = useMay("insurance.collect");
  const own = useOfficeIdentity()?.code === policy.office;
  const [opened, setOpened] = useState(false);
  if (!mayCollect || !own || policy.state === "ended") return null;
  return (
    <>
      <Button
        variant={variant}
        leftSection={<IconCoins size={18} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t("collect.go")}
      </Button>
      {opened && <CollectDialog policy={policy} onClose={() => setOpened(false)} />}
    </>
  );
}
