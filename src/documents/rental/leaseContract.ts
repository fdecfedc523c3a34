import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import { showPhone } from "../../domain/phone.ts";
import { runningPages, signBox, title } from "../design/letterhead.ts";
import { A4, COLOURS, FAMILIES, fill, mm, type PaperDefinition, startDefinition } from "../design/paper.ts";
import { documentTexts } from "../texts/documentTexts.ts";
import { type Article, changeLines, type LeaseContractData, leaseArticles } from "./leaseArticles.ts";
import type { RentalWords } from "./wording.ts";

const MARGIN = 22;
const WIDTH = A4.width - 2 * MARGIN;
const HALF = (WIDTH - 8) / 2;

/** The contract of a lease from the association's template, to sign in two copies. */
export function leaseContract(data: LeaseContractData): PaperDefinition {
  const words = documentTexts(data.language).rental;
  const own = words.contract;
  const articles = leaseArticles(data, words);
  const page: TDocumentDefinitions = {
    ...startDefinition(`${own.title} ${data.number}`, data.on, data.language),
    ...runningPages(
      { ...A4, margin: MARGIN },
      data.office,
      data.language,
      `${data.number} · ${own.toConfirm}`,
    ),
    content: [
      title(own.title, 0),
      { text: data.number, bold: true, color: COLOURS.indigo, fontSize: 11, margin: [0, 0, 0, 10] },
      ...parties(data, words),
      ...articles.flatMap((article, index) => articleContent(article, index + 1, words)),
      ...since(data, words),
      signatures(data, words),
    ],
  };
  return { page, photos: new Map() };
}

function parties(data: LeaseContractData, words: RentalWords): Content[] {
  const own = words.contract;
  const { tenant, office } = data;
  const paragraph = (text: string, indent = 0): Content => ({
    text,
    fontSize: 10.5,
    margin: [indent, 0, 0, 5],
  });
  return [
    paragraph(own.between),
    paragraph(fill(own.landlord, { association: office.printedName, office: office.name }), 12),
    paragraph(own.and),
    paragraph(fill(tenant.kind === "firm" ? own.firm : own.person, { name: tenant.name }), 12),
    ...tenantFacts(data, words).map(
      (text): Content => ({ text, color: COLOURS.muted, margin: [12, 0, 0, 3] }),
    ),
    { text: own.agreed, fontSize: 10.5, margin: [0, 5, 0, 4] },
  ];
}

/** How the tenant and the guarantor are known; what nobody wrote down is left out. */
function tenantFacts({ tenant }: LeaseContractData, { contract: own }: RentalWords): string[] {
  const guarantor = [tenant.guarantorName, showPhone(tenant.guarantorPhone)]
    .filter((part) => part !== "")
    .join(", ");
  const paper =
    tenant.paperKind === null ? "" : `${own.paperKind[tenant.paperKind]} ${tenant.paperNumber}`.trim();
  return [
    ...(tenant.phone === "" ? [] : [fill(own.phone, { phone: showPhone(tenant.phone) })]),
    ...(paper === "" ? [] : [fill(own.paper, { paper })]),
    ...(guarantor === "" ? [] : [fill(own.guarantor, { guarantor })]),
  ];
}

function articleContent({ name, paragraphs }: Article, number: number, words: RentalWords): Content[] {
  const [first = "", ...rest] = paragraphs;
  const heading = fill(words.contract.article, { number, name });
  return [{ unbreakable: true, stack: [articleName(heading), body(first)] }, ...rest.map(body)];
}

/** Never alone at the foot of a page: it stands in one piece with what follows. */
function articleName(text: string): Content {
  return {
    text,
    font: FAMILIES.title,
    bold: true,
    fontSize: 11.5,
    lineHeight: 1,
    color: COLOURS.indigo,
    margin: [0, 7, 0, 3],
  };
}

function body(text: Article["paragraphs"][number]): Content {
  return typeof text === "string"
    ? { text, margin: [0, 0, 0, 3] }
    : { ul: [...text], margin: [8, 0, 0, 3], markerColor: COLOURS.ochre };
}

function since(data: LeaseContractData, words: RentalWords): Content[] {
  if (data.changes.length === 0) return [];
  return [
    { unbreakable: true, stack: [articleName(words.contract.changesTitle), body(changeLines(data, words))] },
  ];
}

function signatures(data: LeaseContractData, words: RentalWords): Content {
  const own = words.contract;
  const withGuarantor = data.tenant.guarantorName !== "";
  return {
    unbreakable: true,
    margin: [0, 14, 0, 0],
    stack: [
      { text: fill(own.made, { office: data.office.name }), fontSize: 10.5, margin: [0, 0, 0, 12] },
      {
        columnGap: mm(8),
        columns: [signBox(words.shared.landlordSigns, HALF, 28), signBox(words.shared.tenantSigns, HALF, 28)],
      },
      {
        margin: [0, 10, 0, 0],
        columnGap: mm(8),
        columns: [
          ...(withGuarantor ? [signBox(own.guarantorSigns, HALF, 24)] : []),
          signBox(own.witnessSigns, HALF, 24),
        ],
      },
    ],
  };
}
