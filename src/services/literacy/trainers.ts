import type { InputOf } from "../../contract/index.ts";
import type { Trainer } from "../../contract/literacyViews.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { listCohorts } from "../../data/literacy/cohorts.ts";
import { insertTrainer, listTrainers, updateTrainer } from "../../data/literacy/trainers.ts";
import type { Reader } from "../../data/reader.ts";
import { readPhone } from "../../domain/phone.ts";
import type { Call } from "../call.ts";
import { readLiving } from "../membership/members.ts";

function listAll(call: Call, reader: Reader): Trainer[] {
  const own = call.office.code;
  const cohorts = listCohorts(reader, { office: own });
  return listTrainers(reader, own).map((trainer) => ({
    ...trainer,
    cohorts: cohorts.filter(({ details }) => details.trainerId === trainer.id).length,
  }));
}

/** Who teaches in this office, by name; with those who do no more. */
export function trainers(call: Call): Result<Trainer[]> {
  return accept(listAll(call, call.office.reader));
}

type Details = InputOf<"literacy.saveTrainer">["details"];

function phoneOf({ phone }: Details): Result<string> {
  if (phone === "") return accept("");
  const read = readPhone(phone);
  return read === null ? refuse("literacy.phoneInvalid", { field: "details.phone" }) : accept(read.e164);
}

/** Writes a trainer or changes her. Refuses nobody's name, a member who teaches already, and a phone that is none. */
export function saveTrainer(call: Call, input: InputOf<"literacy.saveTrainer">): Result<Trainer[]> {
  const { id, details } = input;
  const phone = phoneOf(details);
  if (!phone.ok) return phone;
  if (details.memberId === null && details.name === "")
    return refuse("literacy.trainerNameless", { field: "details.name" });
  return call.office.write(call.user.id, call.world.now(), (door): Result<Trainer[]> => {
    const known = listTrainers(door, call.office.code);
    const before = known.find((one) => one.id === id);
    // She stays who she is when only the rest changes, whatever became of her record since.
    if (details.memberId !== null && details.memberId !== before?.memberId) {
      const member = readLiving(call, door, details.memberId, "details.memberId");
      if (!member.ok) return member;
      if (known.some((trainer) => trainer.memberId === details.memberId && trainer.id !== id))
        return refuse("literacy.trainerTwice", { field: "details.memberId" });
    }
    const trainer = { id, ...details, phone: phone.value };
    if (before !== undefined) updateTrainer(door, trainer);
    else insertTrainer(door, trainer);
    return accept(listAll(call, door));
  });
}
