import { expect, test } from "vitest";
import { makeTestOffice } from "../../support/office.ts";
import { makeJpeg } from "../../support/photos.ts";
import { register } from "../../support/women.ts";

test("a photograph is kept, shown, replaced and taken away; nothing unused stays", async () => {
  const office = await makeTestOffice();
  const { id } = (await register(office)).member;
  const count = () => office.call.office.reader.number("SELECT count(*) FROM photo");
  const first = await office.must("membership.setPhoto", { id, jpeg: makeJpeg(350, 450, 10) });
  const sha256 = first.member.photoSha256 ?? "";
  const { jpeg } = await office.must("membership.readPhoto", { sha256 });
  expect(Buffer.from(jpeg).equals(makeJpeg(350, 450, 10))).toBe(true);
  await office.must("membership.setPhoto", { id, jpeg: makeJpeg(350, 450, 20) });
  expect(count()).toBe(1);
  expect(await office.refused("membership.readPhoto", { sha256 })).toBe("member.notFound");
  await office.must("membership.setPhoto", { id, jpeg: null });
  expect(count()).toBe(0);
});

test("a photograph that two records show stays until neither does", async () => {
  const office = await makeTestOffice();
  const [one, two] = [(await register(office)).member, (await register(office)).member];
  const jpeg = makeJpeg(350, 450);
  const sha256 = (await office.must("membership.setPhoto", { id: one.id, jpeg })).member.photoSha256 ?? "";
  await office.must("membership.setPhoto", { id: two.id, jpeg });
  await office.must("membership.setPhoto", { id: one.id, jpeg: null });
  await office.must("membership.readPhoto", { sha256 });
});

test.each([
  ["no JPEG", new TextEncoder().encode("<svg/>"), "member.photoNotJpeg"],
  ["a PNG", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, ...new Uint8Array(40)]), "member.photoNotJpeg"],
  ["a JPEG that was cut off", makeJpeg(350, 450).slice(0, -1), "member.photoNotJpeg"],
  ["more than 60 KB", makeJpeg(350, 450, 61 * 1024), "member.photoTooLarge"],
  ["a square", makeJpeg(450, 450), "member.photoProportions"],
  ["a landscape", makeJpeg(450, 350), "member.photoProportions"],
])("a photograph that is %s is refused", async (_, jpeg, code) => {
  const office = await makeTestOffice();
  const { id } = (await register(office)).member;
  expect(await office.refused("membership.setPhoto", { id, jpeg })).toBe(`${code} @ jpeg`);
});

test.each([
  [35, 45],
  [413, 531],
  [354, 455],
])("a photograph of %i × %i pixels is taken", async (width, height) => {
  const office = await makeTestOffice();
  const { id } = (await register(office)).member;
  await office.must("membership.setPhoto", { id, jpeg: makeJpeg(width, height) });
});
