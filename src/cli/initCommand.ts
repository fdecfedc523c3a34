import { Login } from "../contract/office.ts";
import { Role } from "../contract/permissions.ts";
import { OfficeCode } from "../contract/primitives.ts";
import { refuse } from "../contract/results.ts";
import { makeDesk, passphrase, RefusedError } from "./office.ts";
import type { Command } from "./outcome.ts";
import { parse, UsageError } from "./usage.ts";

const OPTIONS = {
  data: { type: "string" },
  office: { type: "string" },
  name: { type: "string" },
  user: { type: "string" },
  person: { type: "string" },
  role: { type: "string" },
  region: { type: "string" },
  parent: { type: "string" },
  headquarters: { type: "boolean" },
} as const;

function parsed<T>(
  schema: { safeParse(value: unknown): { success: boolean; data?: T } },
  value: string,
  option: string,
): T {
  const result = schema.safeParse(value);
  if (!result.success || result.data === undefined)
    throw new UsageError(`--${option} : « ${value} » ne convient pas`);
  return result.data;
}

/**
 * Makes an office. The passphrase is taken as it is, weak or not: whoever writes scripts is told on the screen's
 * wizard what a good one is, and a script must not stop on it.
 */
export const initCommand: Command = async (args) => {
  const options = parse(args, OPTIONS);
  const login = parsed(Login, options.required("user"), "user");
  const parent = options.text("parent");
  const input = {
    code: parsed(OfficeCode, options.required("office"), "office"),
    name: options.required("name"),
    region: options.text("region") ?? "",
    parentCode: parent === undefined ? null : parsed(OfficeCode, parent, "parent"),
    headquarters: options.flag("headquarters"),
    language: "fr" as const,
    person: {
      name: options.text("person") ?? login,
      login,
      role: parsed(Role, options.text("role") ?? "coordinator", "role"),
    },
    passphrase: passphrase(),
  };
  const desk = makeDesk(options.required("data"));
  try {
    const created = desk.take() ? await desk.create(input, { acceptWeak: true }) : refuse("office.inUse");
    if (!created.ok) throw new RefusedError(created.refusal);
    const { recoveryCode } = created.value;
    return {
      value: { office: input.code, user: login, role: input.person.role, recoveryCode },
      lines: [`Bureau ${input.code} créé.`, `Code de secours, à imprimer et à ranger : ${recoveryCode}`],
    };
  } finally {
    desk.close();
  }
};
