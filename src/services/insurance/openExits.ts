import type { OpenExit } from "../../contract/insurancePolicies.ts";
import { accept, type Result } from "../../contract/results.ts";
import { listOpenExits } from "../../data/insurance/life.ts";
import { readUser } from "../../data/users.ts";
import type { Call } from "../call.ts";

/** The exits of this office that wait for a word or for their money, so that nobody has to look for them. */
export function openExits(call: Call): Result<OpenExit[]> {
  const { reader, code } = call.office;
  return accept(
    listOpenExits(reader, code).map((exit) => ({
      ...exit,
      requestedBy: readUser(reader, exit.requestedBy)?.name ?? "",
    })),
  );
}
