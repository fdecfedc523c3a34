import { accept, type Result, refuse } from "../../contract/results.ts";
import type { Call } from "../call.ts";
import type { NationalStore } from "./store.ts";

/** Headquarters' copies; refused at an antenna. */
export function requireNational(call: Call): Result<NationalStore> {
  const store = call.identity.headquarters ? call.national() : null;
  return store === null ? refuse("headquarters.notHere") : accept(store);
}
