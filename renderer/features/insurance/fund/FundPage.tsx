import { Stack } from "@mantine/core";
import { IconBuildingBank } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { FundView } from "../../../../src/contract/insurancePolicies.ts";
import { useAsk } from "../../../lib/calls.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { ListExport } from "../../../ui/ListExport.tsx";
import { OfficeFilter } from "../../../ui/OfficeFilter.tsx";
import { Page } from "../../../ui/Page.tsx";
import { useOfficeInAddress } from "../../../ui/useOfficeInAddress.ts";
import { InsuranceTabs } from "../InsuranceTabs.tsx";
import { isUntouched } from "./fundFigures.ts";
import { PlanFund } from "./PlanFund.tsx";

/** Plans that nobody is insured on stand below. */
const touchedFirst = (a: FundView, b: FundView) => Number(isUntouched(a)) - Number(isUntouched(b));

/** The funds by plan, with two years of their months. */
export function FundPage() {
  const { t } = useTranslation(["claims", "insurance"]);
  const [office, setOffice] = useOfficeInAddress();
  const funds = useAsk("insurance.fund", office === undefined ? {} : { office });
  return (
    <Page
      wide
      title={t("insurance:title")}
      subtitle={t("fund.subtitle")}
      action={<ListExport list="contributions" office={office} what={t("fund.exported")} />}
    >
      <InsuranceTabs />
      <Stack gap="lg">
        <OfficeFilter value={office} onChange={setOffice} />
        <Asked of={funds}>
          {(plans) =>
            plans.length === 0 ? (
              <Empty icon={IconBuildingBank} title={t("fund.empty")} text={t("fund.emptyText")} />
            ) : (
              plans.toSorted(touchedFirst).map((fund) => <PlanFund key={fund.planCode} fund={fund} />)
            )
          }
        </Asked>
      </Stack>
    </Page>
  );
}
