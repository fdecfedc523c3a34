import { openBenchOffice } from "./benchOffice.ts";
import { searchQuery } from "../../src/data/memberLists.ts";
const o = await openBenchOffice("/tmp/office100k");
const cpu = () => { const u = process.cpuUsage(); return (u.user + u.system) / 1000; };
const c = o.call().office.connection;
const cols = `id, number, surname, first_names, also_known_as, birth_kind, birth_on, phone, locality, joined_on, left_on, left_reason, photo_sha256, (SELECT max(ends_on) FROM term WHERE term.member_id = member.id) AS paid_until`;
const V: Record<string, string> = {
 bare: `SELECT ${cols} FROM member WHERE line IN (SELECT rowid FROM member_search WHERE member_search MATCH @m) ORDER BY sort_name, number LIMIT 50`,
 ours: `SELECT ${cols} FROM member WHERE merged_into IS NULL AND erased_at IS NULL AND line IN (SELECT rowid FROM member_search WHERE member_search MATCH @m) ORDER BY sort_name, number LIMIT 50`,
 byname: `SELECT ${cols} FROM member INDEXED BY member_by_name WHERE line IN (SELECT rowid FROM member_search WHERE member_search MATCH @m) ORDER BY sort_name, number LIMIT 50`,
 count: `SELECT count(*) FROM member_search WHERE member_search MATCH @m`,
 all: `SELECT count(*) FROM member WHERE merged_into IS NULL AND erased_at IS NULL`,
};
for (const [n, sql] of Object.entries(V)) console.log(n, c.prepare("EXPLAIN QUERY PLAN " + sql).all(n === "all" ? {} : { m: `"c"*` }).map((r: any) => r.detail));
for (const text of ["c", "co", "cou", "coul", "coulibaly", "coulibaly f", "coulibaly fat", "coulibaly fatoumata", "7", "76", "f", "awa d", "00042"]) {
  const m = searchQuery(text);
  const out: string[] = [];
  for (const [n, sql] of Object.entries(V)) {
    if (n === "all") continue;
    const st = c.prepare(sql); st.all({ m });
    const t = cpu(); for (let i = 0; i < 3; i++) st.all({ m }); out.push(`${n} ${((cpu() - t) / 3).toFixed(1)}`);
  }
  const input = { filter: { text, statuses: [], locality: null, withoutPhoto: false, withoutConsent: false, endingWithinDays: null }, sort: "name", descending: false, offset: 0, limit: 50 } as const;
  let r = await o.ask("membership.listMembers", input as any);
  const t = cpu(); for (let i = 0; i < 3; i++) r = await o.ask("membership.listMembers", input as any); out.push(`contract ${((cpu() - t) / 3).toFixed(1)} total ${r.total}`);
  console.log(text, "|", out.join(" | "));
}
