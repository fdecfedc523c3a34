import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { PolicyFile } from "../../contract/insurancePolicies.ts";
import {
  CareCategory,
  type HealthTerms,
  type LifeTerms,
  type PlanTerms,
} from "../../contract/insuranceTerms.ts";
import type { Language } from "../../contract/primitives.ts";
import { categoryText } from "../../contract/texts/cutText.ts";
import { showCount, showDay, showFrancs } from "../../domain/format.ts";
import { heading, runningPages, signBox, title } from "../design/letterhead.ts";
import { A4, fill, mm, type PaperContext, type PaperDefinition, startDefinition } from "../design/paper.ts";
import { factRow, remark, ruledTable } from "../design/ruledTable.ts";
import { type DocumentTexts, documentTexts } from "../texts/documentTexts.ts";

export interface PolicyCertificateData extends PaperContext {
  readonly file: PolicyFile;
  /** What the plan's version says under which she enrols. */
  readonly terms: PlanTerms;
  /** False where headquarters has not confirmed the plan yet. */
  readonly confirmed: boolean;
}

type Words = DocumentTexts["insurance"];

const MARGIN = 20;
const HALF = (A4.width - 2 * MARGIN - 8) / 2;

/** The membership of a plan: what she pays, what she receives, who is insured with her. */
export function policyCertificate(data: PolicyCertificateData): PaperDefinition {
  const words = documentTexts(data.language).insurance;
  const { policy } = data.file;
  const page: TDocumentDefinitions = {
    ...startDefinition(`${words.policy.title} ${policy.number}`, data.on, data.language),
    ...runningPages({ ...A4, margin: MARGIN }, data.office, data.language, words.shared.personal),
    pageBreakBefore: (node, nodes) =>
      node.headlineLevel === 1 && nodes.getFollowingNodesOnPage().length === 0,
    content: [
      title(words.policy.title, 4),
      { text: words.policy.lead, margin: [0, 0, 0, 8] },
      ...whose(data, words),
      {
        columnGap: mm(8),
        columns: [
          part(words.policy.contributionTitle, contributionSentences(data.terms, words, data.language)),
          part(words.policy.waitingTitle, waitingSentences(data, words)),
        ],
      },
      ...(data.terms.kind === "health" ? health(data, data.terms, words) : life(data, data.terms, words)),
      signatures(data, words),
    ],
  };
  return { page, photos: new Map() };
}

function whose({ file, confirmed }: PolicyCertificateData, words: Words): Content[] {
  const { policy } = file;
  return [
    factRow([
      [words.shared.member, `${policy.surname} ${policy.firstNames}`],
      [words.shared.memberNumber, policy.memberNumber],
    ]),
    factRow([
      [words.shared.plan, policy.planName],
      [words.shared.policy, policy.number],
      [words.policy.effectiveOn, showDay(policy.effectiveOn)],
    ]),
    ...(confirmed ? [] : [remark(words.shared.toConfirm)]),
  ];
}

function part(caption: string, sentences: readonly string[]): Content {
  return { stack: [heading(caption), { ul: [...sentences] }] };
}

function contributionSentences(terms: PlanTerms, words: Words, language: Language): string[] {
  const own = words.policy;
  const { graceDays, lapseMonths, registrationFee } = terms;
  return [
    fill(own.contribution[terms.period], { amount: showFrancs(terms.contribution, language) }),
    registrationFee === 0 ? own.noFee : fill(own.fee, { amount: showFrancs(registrationFee, language) }),
    graceDays === 0 ? own.noGrace : fill(own.grace, { days: graceDays }),
    ...(lapseMonths === 0
      ? [own.lapseAtOnce]
      : [terms.kind === "life" ? own.lateLife : own.late, fill(own.lapse, { months: lapseMonths })]),
    ...(terms.waitingMonths === 0 ? [] : [terms.restartsWaiting ? own.restart : own.noRestart]),
  ];
}

function waitingSentences({ file, terms }: PolicyCertificateData, words: Words): string[] {
  const own = words.policy;
  const { waitingMonths: months } = terms;
  if (months === 0) return [own.noWaiting];
  const sentence = months === 1 ? own.waitingOne : fill(own.waiting, { months });
  return [
    terms.kind === "life" ? fill(own.waitingLife, { months }) : sentence,
    ...(file.waitingUntil === null ? [] : [fill(own.waitingUntil, { until: showDay(file.waitingUntil) })]),
  ];
}

function health(data: PolicyCertificateData, terms: HealthTerms, words: Words): Content[] {
  const own = words.policy;
  const { language } = data;
  const yearly =
    terms.ceilingPerMemberYear === null
      ? own.noMemberYear
      : fill(own.memberYear, { amount: showFrancs(terms.ceilingPerMemberYear, language) });
  const excluded =
    terms.excluded.length === 0 ? [] : [fill(own.excluded, { codes: terms.excluded.join(", ") })];
  return [
    heading(own.ratesTitle),
    ratesTable(terms, words, language),
    { ul: [yearly, own.ceilings, ...excluded], margin: [0, 6, 0, 0] },
    { columnGap: mm(8), columns: [...facilities(terms, words), ...children(data, terms, words)] },
  ];
}

function ratesTable(terms: HealthTerms, words: Words, language: Language): Content {
  const own = words.policy;
  const { none } = words.shared;
  const francs = (amount: number | null) => (amount === null ? none : showFrancs(amount, language));
  const count = (acts: number | null) => (acts === null ? none : showCount(acts, language));
  const percent = (rate: number) => (language === "fr" ? `${rate}\u00a0%` : `${rate}%`);
  return ruledTable({
    dense: true,
    columns: [
      { caption: own.category, width: "*" },
      { caption: own.rate, width: 24, figures: true },
      { caption: own.perAct, width: 32, figures: true },
      { caption: own.perYear, width: 32, figures: true },
      { caption: own.acts, width: 24, figures: true },
    ],
    rows: CareCategory.options.map((category) =>
      terms.rates[category] === 0
        ? [categoryText(language, category), own.notPaid, none, none, none]
        : [
            categoryText(language, category),
            percent(terms.rates[category]),
            francs(terms.ceilingPerAct[category]),
            francs(terms.ceilingPerYear[category]),
            count(terms.actsPerYear[category]),
          ],
    ),
  });
}

function facilities(terms: HealthTerms, words: Words): Content[] {
  const own = words.policy;
  if (terms.facilities.length === 0) return [];
  const lines = terms.facilities.map(({ name, rate }) =>
    rate === null ? fill(own.facilityPrices, { name }) : fill(own.facilityRate, { name, rate }),
  );
  return [{ stack: [heading(own.facilitiesTitle), { ul: lines }] }];
}

function children({ file }: PolicyCertificateData, terms: HealthTerms, words: Words): Content[] {
  const own = words.policy;
  if (!terms.coversChildren) return [];
  const lines = file.children.map(({ name, birthOn }) =>
    fill(own.childBirth, { name, birth: birthOn === null ? own.birthUnknown : showDay(birthOn) }),
  );
  return [
    {
      stack: [
        heading(own.childrenTitle),
        lines.length === 0 ? { text: own.noChildren } : { ul: lines },
        remark(fill(own.childrenUntil, { age: terms.childAgeLimit })),
      ],
    },
  ];
}

function life(data: PolicyCertificateData, terms: LifeTerms, words: Words): Content[] {
  const own = words.policy;
  const { withdrawalAge: age, withdrawalRate: rate, deathBenefit } = terms;
  const people = data.file.beneficiaries;
  const percent = (share: number) => (data.language === "fr" ? `${share}\u00a0%` : `${share}%`);
  return [
    heading(own.lifeTitle),
    {
      ul: [
        fill(own.withdrawalAge, { age }),
        rate === 0 ? own.noWithdrawal : fill(own.withdrawal, { rate }),
        deathBenefit === 0
          ? own.deathAccount
          : fill(own.death, { amount: showFrancs(deathBenefit, data.language) }),
      ],
    },
    heading(own.beneficiariesTitle),
    people.length === 0
      ? { text: own.noBeneficiaries }
      : ruledTable({
          columns: [
            { caption: own.name, width: "*" },
            { caption: own.relation, width: 50 },
            { caption: own.share, width: 24, figures: true },
          ],
          rows: people.map(({ name, relation, share }) => [name, relation, percent(share)]),
        }),
  ];
}

function signatures({ terms }: PolicyCertificateData, words: Words): Content {
  // With its table of rates a health policy just holds on one page.
  const [above, height] = terms.kind === "health" ? [6, 16] : [18, 24];
  return {
    unbreakable: true,
    margin: [0, above, 0, 0],
    stack: [
      { text: words.policy.signed, bold: true, margin: [0, 0, 0, 4] },
      {
        columnGap: mm(8),
        columns: [
          signBox(words.shared.memberSigns, HALF, height),
          signBox(words.shared.officeSigns, HALF, height),
        ],
      },
    ],
  };
}
