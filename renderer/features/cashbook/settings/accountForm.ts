import type { Account, AccountSide } from "../../../../src/contract/cashbookTerms.ts";

/** An account as it is typed. */
export type AccountValues = {
  code: string;
  number: string;
  name: string;
  nameEn: string;
  side: AccountSide;
  active: boolean;
};

export function accountValues(account: Account | null): AccountValues {
  if (account === null) return { code: "", number: "", name: "", nameEn: "", side: "expense", active: true };
  const { code, number, name, nameEn, side, active } = account;
  return { code, number, name, nameEn, side, active };
}

/** A key for a new account out of its name: `Achat de moustiquaires` → `achat-de-moustiquaires`. */
export function codeFor(name: string): string {
  const words = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return words
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "")
    .slice(0, 40)
    .replace(/-+$/, "");
}
