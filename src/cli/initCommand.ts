import { NewOffice } from "../contract/office.ts";
import { refuse } from "../contract/results.ts";
import { makeDesk, passphrase, RefusedError } from "./office.ts";
import type { Command } from "./outcome.ts";
import { type Parsed, parse, UsageError } from "./usage.ts";

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

/** Where each part of the request stands on the command line. */
const PLACES: Readonly<Record<string, string>> = {
  code: "--office",
  name: "--name",
  region: "--region",
  parentCode: "--parent",
  "person.name": "--person",
  "person.login": "--user",
  "person.role": "--role",
  passphrase: "DANAYA_PASSPHRASE",
};

/** @throws UsageError for a part that the wizard on screen would not take either */
function newOffice(options: Parsed): NewOffice {
  const user = options.required("user");
  const parsed = NewOffice.safeParse({
    code: options.required("office"),
    name: options.required("name"),
    region: options.text("region") ?? "",
    parentCode: options.text("parent") ?? null,
    headquarters: options.flag("headquarters"),
    language: "fr",
    person: {
      name: options.text("person") ?? user,
      login: user,
      role: options.text("role") ?? "coordinator",
    },
    passphrase: passphrase(),
  });
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path.join(".") ?? "";
  throw new UsageError(`${PLACES[path] ?? path} ne convient pas`);
}

/**
 * Makes an office. The passphrase is taken as it is, weak or not: whoever writes scripts is told on the screen's
 * wizard what a good one is, and a script must not stop on it.
 */
export const initCommand: Command = async (args) => {
  const options = parse(args, OPTIONS);
  const input = newOffice(options);
  const { login, role } = input.person;
  const desk = makeDesk(options.required("data"));
  try {
    const created = desk.take() ? await desk.create(input, { acceptWeak: true }) : refuse("office.inUse");
    if (!created.ok) throw new RefusedError(created.refusal);
    const { recoveryCode } = created.value;
    return {
      value: { office: input.code, user: login, role, recoveryCode },
      lines: [`Bureau ${input.code} créé.`, `Code de secours, à imprimer et à ranger : ${recoveryCode}`],
    };
  } finally {
    desk.close();
  }
};
