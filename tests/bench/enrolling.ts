import type { BenchOffice, OfficeName } from "./benchOffice.ts";

/** Both sides' part of the ceremony by which an office may send. */
export async function enrol(siege: BenchOffice, office: BenchOffice, about: OfficeName): Promise<void> {
  const { bytes } = await siege.ask("headquarters.invite", { ...about, region: "", parentCode: null });
  const { fingerprint } = await office.ask("sync.previewInvitation", { bytes });
  const answer = await office.ask("sync.join", { bytes, fingerprint });
  const shown = await siege.ask("headquarters.previewEnrolment", { bytes: answer.bytes });
  await siege.ask("headquarters.enrol", { bytes: answer.bytes, fingerprint: shown.fingerprint });
}
