import type { z } from "zod";
import { type OperationName, operations } from "../contract/index.ts";
import { mayDo } from "../contract/permissions.ts";
import type { RefusalCode } from "../contract/refusals.ts";
import { type Result, refuse } from "../contract/results.ts";
import { Cancelled } from "../services/call.ts";
import { refusalOfDisk } from "../services/office/diskRefusals.ts";
import type { Desk, Waiting } from "./desk.ts";
import { handlers } from "./handlers.ts";

type AnyHandler = (from: unknown, input: unknown) => Result<unknown> | Promise<Result<unknown>>;

/** What answers a request, its types forgotten. @throws when there is none */
export function handlerOf(name: OperationName): AnyHandler {
  const [area = "", operation = ""] = name.split(".");
  const areas = handlers as unknown as Record<string, Record<string, AnyHandler>>;
  const handler = areas[area]?.[operation];
  if (handler === undefined) throw new Error(`no handler for ${name}`);
  return handler;
}

/** The first thing wrong with an input as a refusal at its field. */
function refusalOfInput(error: z.ZodError): ReturnType<typeof refuse> {
  const issue = error.issues[0];
  const code: RefusalCode =
    issue?.code === "too_small"
      ? "request.required"
      : issue?.code === "too_big"
        ? "request.tooLong"
        : "request.invalid";
  const path = issue?.path.map(String) ?? [];
  const field = path[0] === "details" ? path.slice(1) : path;
  return refuse(code, field.length > 0 ? { field: field.join(".") } : {});
}

/**
 * Answers one request: looks the operation up in the contract, parses its input, checks who may make it, and hands
 * it to its service. Never throws: a full, damaged or vanished disk is a refusal; a defect is told to `onDefect` and
 * answered as one.
 * @param name as it came from outside
 */
export async function dispatch(
  desk: Desk,
  request: { name: string; input: unknown },
  waiting: Waiting,
  onDefect: (operation: string, error: unknown) => void,
): Promise<Result<unknown>> {
  const operation = operations.get(request.name as OperationName);
  if (operation === undefined) return refuse("request.unknown");
  const name = request.name as OperationName;
  const parsed = operation.input.safeParse(request.input);
  try {
    if (!desk.take()) return refuse("office.inUse");
    const handler = handlerOf(name);
    if (operation.permission === "anyone")
      return parsed.success ? await handler(desk, parsed.data) : refusalOfInput(parsed.error);
    const call = desk.call(waiting);
    if (call === null) return refuse("access.notSignedIn");
    if (operation.permission !== "signedIn" && !mayDo(call.user.role, operation.permission))
      return refuse("access.forbidden");
    if (!parsed.success) return refusalOfInput(parsed.error);
    return await desk.whileBusy(() => handler(call, parsed.data));
  } catch (error) {
    if (error instanceof Cancelled) return refuse("request.cancelled");
    const disk = refusalOfDisk(error);
    if (disk !== null && disk !== "disk.notFound") return refuse(disk);
    onDefect(name, error);
    return refuse("request.defect");
  }
}
