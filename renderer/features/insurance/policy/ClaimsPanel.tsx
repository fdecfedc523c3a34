import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { PolicyFile } from "../../../../src/contract/insurancePolicies.ts";
import { ClaimState } from "../../../../src/contract/insuranceTerms.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Day } from "../../../ui/Day.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import classes from "./Policy.module.css";

/** The policy's claims, each with its state; nothing for whoever does not read claims, and is not told of any. */
export function ClaimsPanel({ file }: { readonly file: PolicyFile }) {
  const { t } = useTranslation("insurance");
  const mayRead = useMay("claims.read");
  if (!mayRead) return null;
  return (
    <Panel title={t("tabs.claims")}>
      {file.claims.length === 0 && <Text c="dimmed">{t("policy.noClaims")}</Text>}
      <ul className={classes.lines}>
        {file.claims.map((claim) => (
          <li key={claim.id} className={classes.line}>
            <Link to={`/insurance/claims/${claim.id}`} className={`numerals ${classes.link}`}>
              {claim.number}
            </Link>
            <Day iso={claim.careOn} />
            <ClaimWord state={claim.state} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function ClaimWord({ state }: { readonly state: string }) {
  const { t } = useTranslation("insurance");
  const known = ClaimState.safeParse(state);
  return <span className={classes.soft}>{known.success ? t(`claimStates.${known.data}`) : state}</span>;
}
