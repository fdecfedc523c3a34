import type { OpenRemittance, Voucher } from "../../contract/cashbookTerms.ts";
import type { InputOf } from "../../contract/index.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { insertVoucherPaper } from "../../data/cashbook/papers.ts";
import { listOpenRemittances, readRemittance } from "../../data/cashbook/remittances.ts";
import type { Reader } from "../../data/reader.ts";
import { readVoucher } from "../../data/vouchers.ts";
import type { Call } from "../call.ts";
import { requireNational } from "../headquarters/require.ts";
import { bookVoucher } from "./booking.ts";
import { openPlace } from "./places.ts";
import { plainVoucher } from "./voucherFile.ts";

type Booked = { voucher: Voucher };

/** Headquarters' copies of what was paid. Refused elsewhere, and to who may not read it. */
function requireFinance(call: Call): Result<Reader> {
  const store = requireNational(call);
  if (!store.ok) return store;
  return store.value.tiers.has("finance") ? accept(store.value.reader) : refuse("headquarters.noTier");
}

/**
 * Books money that leaves for Bamako; who carries it stays in the office. Refused at headquarters, which sends itself
 * nothing. The same request twice is one voucher.
 */
export function remit(call: Call, input: InputOf<"cashbook.remit">): Result<Booked> {
  if (call.identity.headquarters) return refuse("cashbook.remitToItself", { field: "from" });
  const { id, from, amount, datedOn, payee, words, reference } = input;
  return call.office.write(call.user.id, call.world.now(), (door): Result<Booked> => {
    if (readVoucher(door, id)?.account === "remittanceSent")
      return accept({ voucher: plainVoucher(door, id) });
    const place = openPlace(door, call.office.code, from, "from");
    if (!place.ok) return place;
    const booked = bookVoucher(call, door, {
      ...{ id, datedOn, amount, till: from, method: place.value.kind, reference, words, memberId: null },
      ...{ direction: "out", account: "remittanceSent", kind: "remittance" },
    });
    if (!booked.ok) return booked;
    if (payee !== "") insertVoucherPaper(door, { id: call.world.newId(), voucherId: id, payee, photos: [] });
    return accept({ voucher: plainVoucher(door, id) });
  });
}

/** What offices sent and nobody booked at headquarters, as far as their sticks told. Refused anywhere else. */
export function remittances(call: Call): Result<OpenRemittance[]> {
  const national = requireFinance(call);
  return national.ok ? accept(listOpenRemittances(national.value, call.office.code)) : national;
}

/**
 * Books an office's remittance in at headquarters, the whole amount, once. Refuses what no copy here knows or the office
 * took back, and what is booked already.
 */
export function receiveRemittance(call: Call, input: InputOf<"cashbook.receiveRemittance">): Result<Booked> {
  const national = requireFinance(call);
  if (!national.ok) return national;
  const { id, voucherId, to, datedOn, reference } = input;
  const sent = readRemittance(national.value, call.office.code, voucherId);
  const known = readVoucher(call.office.reader, id);
  if (known?.pairId === voucherId) return accept({ voucher: plainVoucher(call.office.reader, id) });
  if (sent === undefined) return refuse("cashbook.remittanceUnknown", { field: "voucherId" });
  if (sent.received) return refuse("cashbook.remittanceReceived", { field: "voucherId" });
  return call.office.write(call.user.id, call.world.now(), (door): Result<Booked> => {
    const place = openPlace(door, call.office.code, to, "to");
    if (!place.ok) return place;
    const booked = bookVoucher(call, door, {
      ...{ id, datedOn, amount: sent.amount, till: to, method: place.value.kind, reference },
      ...{ memberId: null, words: `${sent.number} ${sent.words}`.trim(), pairId: voucherId },
      ...{ direction: "in", account: "remittanceReceived", kind: "remittance" },
    });
    return booked.ok ? accept({ voucher: plainVoucher(door, id) }) : booked;
  });
}
