import { z } from "zod";

/** The identity of a record: a UUID (version 7, made by the office that owns it). */
export const Id = z.uuid();
export type Id = z.infer<typeof Id>;

/** A day, `YYYY-MM-DD`, that exists in the calendar. */
export const CalendarDate = z.iso.date();
export type CalendarDate = z.infer<typeof CalendarDate>;

/** A moment, UTC, with milliseconds: `2026-11-23T08:15:00.000Z`. */
export const Instant = z.iso.datetime({ precision: 3 });
export type Instant = z.infer<typeof Instant>;

/** Whole francs CFA (XOF has no decimals). */
export const Francs = z.int().min(0).max(1_000_000_000);
export type Francs = z.infer<typeof Francs>;

/** Three capital letters: `KTL`, `BKO`. */
export const OfficeCode = z.string().regex(/^[A-Z]{3}$/);
export type OfficeCode = z.infer<typeof OfficeCode>;

/** Whose records: one office's, or those of all. Anything but the own office is there at headquarters only. */
export const OfficeScope = z.union([z.literal("all"), OfficeCode]);
export type OfficeScope = z.infer<typeof OfficeScope>;

/** `KTL-00042-6`: office, counter, ISO 7064 MOD 11,10 check digit. */
export const MemberNumber = z.string().regex(/^[A-Z]{3}-\d{5,7}-\d$/);
export type MemberNumber = z.infer<typeof MemberNumber>;

/** `KTL-2026-00042`: office, year, counter without gaps. */
export const VoucherNumber = z.string().regex(/^[A-Z]{3}-\d{4}-\d{5,7}$/);

/** A name of a person or place as people write it: trimmed, one line. */
export const shortText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\p{Cc}]*$/u);

/** Text of several lines. */
export const longText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\p{Cc}]*(?:[\n\r\t][^\p{Cc}]*)*$/u);

/** SHA-256 in lower-case hexadecimal. */
export const Sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);
export type Sha256Hex = z.infer<typeof Sha256Hex>;

export const Bytes = z.instanceof(Uint8Array<ArrayBufferLike>);

/** A finished file for the person: shown, printed or saved by the screen. */
export const FileOutput = z.strictObject({
  fileName: z.string(),
  mediaType: z.enum([
    "application/pdf",
    "text/csv",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/json",
    "application/octet-stream",
  ]),
  bytes: Bytes,
});
export type FileOutput = z.infer<typeof FileOutput>;

export const Language = z.enum(["fr", "en"]);
export type Language = z.infer<typeof Language>;

export const PaymentMethod = z.enum(["cash", "orangeMoney", "moovMoney", "wave", "bank"]);
export type PaymentMethod = z.infer<typeof PaymentMethod>;
