import { spawnSync } from "node:child_process";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { makeFolder, makeTestOffice } from "../../support/office.ts";
import { exportTo, fill, PHOTO } from "./joined.ts";

const DOCS = fileURLToPath(new URL("../../../docs/bundles.md", import.meta.url));

/** The commands below one heading of docs/bundles.md, as they stand there. */
function commandsUnder(heading: string): string {
  const text = readFileSync(DOCS, "utf8");
  const section = text.split(`### ${heading}\n`)[1]?.split(/\n##/)[0] ?? "";
  const blocks = [...section.matchAll(/```sh\n([\s\S]*?)```/g)].map((block) => block[1]);
  expect([heading, blocks.length > 0]).toEqual([heading, true]);
  return blocks.join("\n");
}

/** Runs them with the plain shell; the first that fails ends them. */
function shell(commands: string, folder: string): void {
  const done = spawnSync("sh", ["-e", "-c", commands], { cwd: folder, encoding: "utf8" });
  expect({ status: done.status, stderr: done.status === 0 ? "" : done.stderr }).toEqual({
    status: 0,
    stderr: "",
  });
}

test("the commands of docs/bundles.md invite an office, take its enrolment, and open its bundle", async () => {
  const office = await makeTestOffice();
  const folder = makeFolder();
  shell(commandsUnder("Headquarters' keys and an invitation"), folder);
  const bytes = new Uint8Array(readFileSync(join(folder, "KTL-invitation.danaya")));
  const preview = await office.must("sync.previewInvitation", { bytes });
  expect(preview.fingerprint).toBe(readFileSync(join(folder, "digits.txt"), "utf8").trim());

  const enrolment = await office.must("sync.join", { bytes, fingerprint: preview.fingerprint });
  writeFileSync(join(folder, enrolment.fileName), enrolment.bytes);
  shell(commandsUnder("The office's answer"), folder);

  await fill(office);
  copyFileSync((await exportTo(office)).file, join(folder, "KTL-000001.danaya"));
  shell(commandsUnder("Checking and opening a bundle"), folder);
  expect(readFileSync(join(folder, "photo.jpg"))).toEqual(Buffer.from(PHOTO));

  // The shell's own checks notice a change: they are not true of everything.
  const chain = join(folder, "chain.jsonl");
  writeFileSync(chain, readFileSync(chain, "utf8").replace('"op":"update"', '"op":"insert"'));
  const again = commandsUnder("Checking and opening a bundle")
    .split("\n\n")
    .find((part) => part.startsWith("hash="));
  expect(spawnSync("sh", ["-e", "-c", again ?? ""], { cwd: folder }).status).not.toBe(0);
});
