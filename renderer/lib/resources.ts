import accessEn from "../locales/en/access.json" with { type: "json" };
import appEn from "../locales/en/app.json" with { type: "json" };
import cardsEn from "../locales/en/cards.json" with { type: "json" };
import cashbookEn from "../locales/en/cashbook.json" with { type: "json" };
import claimsEn from "../locales/en/claims.json" with { type: "json" };
import commonEn from "../locales/en/common.json" with { type: "json" };
import headquartersEn from "../locales/en/headquarters.json" with { type: "json" };
import importsEn from "../locales/en/imports.json" with { type: "json" };
import insuranceEn from "../locales/en/insurance.json" with { type: "json" };
import literacyEn from "../locales/en/literacy.json" with { type: "json" };
import membershipEn from "../locales/en/membership.json" with { type: "json" };
import officeEn from "../locales/en/office.json" with { type: "json" };
import rentalEn from "../locales/en/rental.json" with { type: "json" };
import reportingEn from "../locales/en/reporting.json" with { type: "json" };
import reportsEn from "../locales/en/reports.json" with { type: "json" };
import syncEn from "../locales/en/sync.json" with { type: "json" };
import access from "../locales/fr/access.json" with { type: "json" };
import app from "../locales/fr/app.json" with { type: "json" };
import cards from "../locales/fr/cards.json" with { type: "json" };
import cashbook from "../locales/fr/cashbook.json" with { type: "json" };
import claims from "../locales/fr/claims.json" with { type: "json" };
import common from "../locales/fr/common.json" with { type: "json" };
import headquarters from "../locales/fr/headquarters.json" with { type: "json" };
import imports from "../locales/fr/imports.json" with { type: "json" };
import insurance from "../locales/fr/insurance.json" with { type: "json" };
import literacy from "../locales/fr/literacy.json" with { type: "json" };
import membership from "../locales/fr/membership.json" with { type: "json" };
import office from "../locales/fr/office.json" with { type: "json" };
import rental from "../locales/fr/rental.json" with { type: "json" };
import reporting from "../locales/fr/reporting.json" with { type: "json" };
import reports from "../locales/fr/reports.json" with { type: "json" };
import sync from "../locales/fr/sync.json" with { type: "json" };

/** What the screen says, by area. French is the catalogue that the keys are typed from. */
export const french = {
  access,
  app,
  cards,
  cashbook,
  claims,
  common,
  headquarters,
  imports,
  insurance,
  literacy,
  membership,
  office,
  rental,
  reporting,
  reports,
  sync,
};

export const english = {
  access: accessEn,
  app: appEn,
  cards: cardsEn,
  cashbook: cashbookEn,
  claims: claimsEn,
  common: commonEn,
  headquarters: headquartersEn,
  imports: importsEn,
  insurance: insuranceEn,
  literacy: literacyEn,
  membership: membershipEn,
  office: officeEn,
  rental: rentalEn,
  reporting: reportingEn,
  reports: reportsEn,
  sync: syncEn,
};
