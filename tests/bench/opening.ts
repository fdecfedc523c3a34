import { type BenchOffice, PERSON } from "./benchOffice.ts";
import { costOf, counted, type Figure, figureOf, sideBySide } from "./measure.ts";

const NO_FILTER = {
  text: "",
  statuses: [],
  locality: null,
  withoutPhoto: false,
  withoutConsent: false,
  endingWithinDays: null,
};

/** Sign-in (its Argon2id made cheap: it costs the same everywhere by design) and the first state of the office. */
async function open(office: BenchOffice): Promise<void> {
  await office.ask("access.signIn", PERSON);
  await office.ask("office.state", {});
}

function firstPage(office: BenchOffice) {
  return office.ask("membership.listMembers", {
    filter: NO_FILTER,
    sort: "name",
    descending: false,
    offset: 0,
    limit: 50,
  });
}

/** What happens between the passphrase and the first page of members, in a large office against a small one. */
export async function benchOpening(
  small: { readonly office: BenchOffice; readonly members: number },
  large: { readonly office: BenchOffice; readonly members: number },
  runs: number,
): Promise<Figure[]> {
  const openingOf = (office: BenchOffice) => async () => {
    office.lock();
    return costOf(() => open(office));
  };
  const toPageOf = (office: BenchOffice) => async () => {
    office.lock();
    return costOf(async () => {
      await open(office);
      await firstPage(office);
    });
  };
  const pageOf = (office: BenchOffice) => async () => {
    office.lock();
    await open(office);
    return costOf(() => firstPage(office));
  };
  const overviewOf = (office: BenchOffice) => () => costOf(() => office.ask("office.overview", {}));
  const figure = async (what: string, target: number | null, work: typeof openingOf) => {
    await work(small.office)();
    await work(large.office)();
    const pairs = await sideBySide(runs, work(small.office), work(large.office));
    return figureOf(
      {
        kind: "growth",
        what,
        size: counted(large.members, "members"),
        baseline: `the same with ${counted(small.members, "members")}`,
        target,
      },
      pairs,
    );
  };
  return [
    await figure("opening an office", 1.2, openingOf),
    await figure("opening, up to the list of members", 1.2, toPageOf),
    await figure("that list alone, from a cold cache", null, pageOf),
    await figure("figures of the first page", null, overviewOf),
  ];
}
