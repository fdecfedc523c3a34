import { useTranslation } from "react-i18next";
import type { LearnerRef } from "../../../../src/contract/literacyTerms.ts";
import { Fact, Facts } from "../../../ui/Fields.tsx";
import { Name } from "../../../ui/Name.tsx";

/** Whom a small form is about. */
export function LearnerFacts({ learner }: { readonly learner: LearnerRef }) {
  const { t } = useTranslation("literacy");
  return (
    <Facts>
      <Fact name={t("learners.name")}>
        <LearnerName learner={learner} />
      </Fact>
      <Fact name={t("learners.number")}>{learner.number}</Fact>
    </Facts>
  );
}

/** Her name; a dash where names are not this person's to read. */
export function LearnerName({ learner: { surname, firstNames } }: { readonly learner: LearnerRef }) {
  if (surname === "" && firstNames === "") return "—";
  return <Name surname={surname} firstNames={firstNames} />;
}
