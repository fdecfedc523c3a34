import { inOffice } from "./office.ts";
import type { Command } from "./outcome.ts";
import { EXIT, parse } from "./usage.ts";

const OPTIONS = { data: { type: "string" }, user: { type: "string" } } as const;

/** `danaya doctor`: exit code 3 on any fault. */
export const doctorCommand: Command = async (args) => {
  const options = parse(args, OPTIONS);
  return inOffice(options, async (ask) => {
    const { entries, members, vouchers, faults } = await ask("office.checkUp", {});
    const summary = `${members} membres, ${vouchers} pièces de caisse, ${entries} écritures`;
    return {
      value: { ok: faults.length === 0, entries, members, vouchers, faults },
      lines:
        faults.length === 0
          ? [`Tout est en ordre : ${summary}.`]
          : faults.map(({ check, detail }) => `${check} : ${detail}`),
      exit: faults.length === 0 ? EXIT.done : EXIT.damaged,
    };
  });
};
