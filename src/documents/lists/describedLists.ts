import type { Language } from "../../contract/primitives.ts";
import type { DescribedList } from "../../contract/reporting.ts";
import { ACCOUNTS, BUDGET, JOURNAL, PROJECTS } from "./cashbookLists.ts";
import { CHECKUPS, CLAIMS, CONTRIBUTIONS, POLICIES } from "./insuranceLists.ts";
import { codebookOf, type ListSpec, type ListTable } from "./listTable.ts";
import { CERTIFICATES, COHORTS, FIGURES, LEARNERS, RESULTS } from "./literacyLists.ts";
import { MEMBERS } from "./memberLists.ts";
import { ARREARS, LEASES, PREMISES, RENT_ROLL } from "./rentalLists.ts";
import { AUDIT, OFFICES, TARGETS } from "./reportingLists.ts";

type Describe = (language: Language) => ListTable;

const describe =
  <Row, Key extends string>(spec: ListSpec<Row, Key>): Describe =>
  (language) =>
    codebookOf(spec, language);

const DESCRIBED: Readonly<Record<DescribedList, Describe>> = {
  policies: describe(POLICIES),
  claims: describe(CLAIMS),
  contributions: describe(CONTRIBUTIONS),
  checkups: describe(CHECKUPS),
  certificates: describe(CERTIFICATES),
  premises: describe(PREMISES),
  leases: describe(LEASES),
  accounts: describe(ACCOUNTS),
  projects: describe(PROJECTS),
  budget: describe(BUDGET),
  targets: describe(TARGETS),
  audit: describe(AUDIT),
  offices: describe(OFFICES),
  members: describe(MEMBERS),
  journal: describe(JOURNAL),
  roll: describe(RENT_ROLL),
  arrears: describe(ARREARS),
  cohorts: describe(COHORTS),
  learners: describe(LEARNERS),
  results: describe(RESULTS),
  figures: describe(FIGURES),
};

/** What the columns of a list mean, those included that not everybody gets. */
export function describeList(list: DescribedList, language: Language): ListTable {
  return DESCRIBED[list](language);
}
