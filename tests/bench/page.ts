import { cpus } from "node:os";

const INTRODUCTION = `# The bench

\`npm run bench\` measures what has to stay fast, each figure against a baseline of the same run, so that the ratio says
something on any machine. \`-- --quick\` takes small sizes (their ratios are shown without a verdict), \`--only NAME,NAME\`
a part, \`--json FILE\` writes the figures, \`--markdown docs/bench.md\` this page.

- *ratio* is ours ÷ baseline by the clock, *by CPU* the same by processor time, which is steadier where other programs
  share the machine. Medians of the runs, unless the line says otherwise.
- *×* is growth: the same work at this size against a smaller one.
- *verdict* is \`ok\` up to the target, \`missed\` above it, \`shown\` where there is none.
- Both sides answer the same before they are measured: where figures, lists or pages are compared, the bench ends with an
  error if they differ.
`;

/** The page of documentation around the tables. @param warning that the machine was not quiet */
export function markdownPage(tables: string, warning: string | null): string {
  const machine = `Measured with Node ${process.versions.node} on ${cpus().length} processors (${process.platform}).`;
  return [INTRODUCTION, [machine, ...(warning === null ? [] : [warning])].join(" "), "", tables].join("\n");
}
