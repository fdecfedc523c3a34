import type { InputOf } from "../../contract/index.ts";
import type { TenantDetails } from "../../contract/rentalTerms.ts";
import type { Tenant } from "../../contract/rentalViews.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { insertTenant, listTenants, readTenant, updateTenant } from "../../data/rental/tenants.ts";
import { foldedWords, foldText } from "../../domain/names/foldText.ts";
import { phoneDigits, readPhone } from "../../domain/phone.ts";
import type { Call } from "../call.ts";

/** What is searched of a tenant. */
export const tenantWords = ({ name, phone }: Pick<TenantDetails, "name" | "phone">): string =>
  `${name} ${phoneDigits(phone)}`;

/** Every word that was typed is somewhere in what is told. */
export function matcherOf(text: string): (told: string) => boolean {
  const words = foldedWords(text);
  return (told) => {
    const folded = foldText(told);
    return words.every((word) => folded.includes(word));
  };
}

/** This office's tenants, by name. */
export function tenants(call: Call, input: InputOf<"rental.tenants">): Result<Tenant[]> {
  const matches = matcherOf(input.text);
  return accept(
    listTenants(call.office.reader, call.office.code).filter((tenant) => matches(tenantWords(tenant))),
  );
}

function phoneIn(details: TenantDetails, field: "phone" | "guarantorPhone"): Result<string> {
  const typed = details[field];
  if (typed === "") return accept("");
  const phone = readPhone(typed);
  return phone === null ? refuse("rental.phoneInvalid", { field, values: { typed } }) : accept(phone.e164);
}

/** @returns the details as stored (phones in E.164) */
export function checkTenant(details: TenantDetails): Result<TenantDetails> {
  const phone = phoneIn(details, "phone");
  if (!phone.ok) return phone;
  const guarantorPhone = phoneIn(details, "guarantorPhone");
  if (!guarantorPhone.ok) return guarantorPhone;
  return accept({ ...details, phone: phone.value, guarantorPhone: guarantorPhone.value });
}

/** Enters a tenant or corrects what is known of her. */
export function saveTenant(call: Call, input: InputOf<"rental.saveTenant">): Result<Tenant> {
  const details = checkTenant(input.details);
  if (!details.ok) return details;
  return call.office.write(call.user.id, call.world.now(), (door): Result<Tenant> => {
    if (readTenant(door, input.id) === undefined) insertTenant(door, input.id, details.value);
    else updateTenant(door, input.id, details.value);
    const saved = readTenant(door, input.id);
    return saved === undefined ? refuse("rental.tenantUnknown", { field: "id" }) : accept(saved);
  });
}
