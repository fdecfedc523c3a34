import type { Trainer } from "../../../../src/contract/literacyViews.ts";
import type { Id } from "../../../../src/contract/primitives.ts";
import type { PickedMember } from "../../../ui/MemberPick.tsx";

/** The form of a trainer: a member of the register, or somebody by name. */
export type TrainerValues = {
  who: "member" | "other";
  memberId: Id | null;
  name: string;
  phone: string;
  active: boolean;
};

export function trainerValues(trainer: Trainer | null): TrainerValues {
  if (trainer === null) return { who: "member", memberId: null, name: "", phone: "", active: true };
  const { memberId, name, phone, active } = trainer;
  return memberId === null
    ? { who: "other", memberId, name, phone, active }
    : { who: "member", memberId, name: "", phone: "", active };
}

/** What is sent. A member's name and phone are those of her file. */
export function trainerInput(id: Id, { who, memberId, name, phone, active }: TrainerValues) {
  const details =
    who === "member" ? { memberId, name: "", phone: "", active } : { memberId: null, name, phone, active };
  return { id, details };
}

/** A trainer who is a member, as the field shows her. */
export function pickedOf(trainer: Trainer | null): PickedMember | null {
  return trainer === null || trainer.memberId === null
    ? null
    : { id: trainer.memberId, number: "", surname: trainer.name, firstNames: "" };
}
