import { accept } from "../../contract/results.ts";
import { takeReceivedPlans } from "../../data/insurance/plans.ts";
import { listOpenRulings } from "../../data/insurance/rulings.ts";
import { listTransfersFor } from "../../data/national/answerRows.ts";
import { readPhoto } from "../../data/photos.ts";
import type { Call } from "../call.ts";
import { takeRulings } from "../insurance/rulings.ts";
import { type AnswerEntity, type AnswerValues, parseAnswerRow } from "../sync/answerRows.ts";
import { takeTransfers } from "../sync/answersTransfers.ts";
import { contentFor } from "./answerContent.ts";
import type { NationalStore } from "./store.ts";

/**
 * Headquarters is a branch too: what its own register has to do for the transfers that were decided is done at once,
 * as an antenna does it when it reads its answer. Members come once the giving office has let them go.
 */
export function doOwnTransfers(call: Call, store: NationalStore): void {
  if (listTransfersFor(store.reader, call.office.code).length === 0) return;
  const { rows, photos } = contentFor(call, store, call.office.code);
  const parsed = rows.flatMap(({ entity, values }) => {
    const row = parseAnswerRow(entity as AnswerEntity, values);
    return row === null ? [] : [row];
  });
  const pictures = new Map(
    photos.flatMap((sha256) => {
      const jpeg = readPhoto(store.reader, sha256);
      return jpeg === undefined ? [] : [[sha256, jpeg] as const];
    }),
  );
  const of = <E extends AnswerEntity>(entity: E) =>
    parsed.flatMap((row) => (row.entity === entity ? [row.values as AnswerValues<E>] : []));
  const { code } = call.office;
  call.office.write(call.user.id, call.world.now(), (door) => {
    takeTransfers(call, door, { tiers: [...store.tiers], of, photos: pictures });
    // Plans of the offices that they come from; headquarters' own are in its register.
    const plans = of("plan_version").filter(({ office }) => office !== code);
    takeReceivedPlans(door, code, plans);
    // A claim that headquarters ruled on for another office may have come with its member.
    takeRulings(call, door, listOpenRulings(door, code));
    return accept(null);
  });
  store.refresh();
}
