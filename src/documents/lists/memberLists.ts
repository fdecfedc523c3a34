import type { MemberRow } from "../../contract/membership.ts";
import { showBirth } from "../../domain/format.ts";
import { showPhone } from "../../domain/phone.ts";
import type { DocumentTexts } from "../texts/documentTexts.ts";
import type { ListSpec } from "./listTable.ts";

type Key = keyof DocumentTexts["listMeanings"]["members"];

/** The columns of a list of members, on paper and in a spreadsheet. */
export const MEMBERS: ListSpec<MemberRow, Key> = {
  words: ({ memberList, listMeanings }) => ({
    title: memberList.title,
    headings: memberList,
    meanings: listMeanings.members,
  }),
  columns: [
    { key: "office", type: "text", only: "offices", value: ({ office }) => office },
    { key: "number", type: "text", value: ({ number }) => number },
    { key: "surname", type: "text", value: ({ surname }) => surname },
    {
      ...{ key: "firstNames", type: "text" },
      value: ({ firstNames, alsoKnownAs }) =>
        alsoKnownAs === "" ? firstNames : `${firstNames} (${alsoKnownAs})`,
    },
    {
      ...{ key: "birth", type: "text" },
      value: ({ birth }, language) => (birth === null ? null : showBirth(birth, language)),
    },
    { key: "phone", type: "text", value: ({ phone }) => showPhone(phone) },
    { key: "locality", type: "text", value: ({ locality }) => locality },
    { key: "joinedOn", type: "day", value: ({ joinedOn }) => joinedOn },
    {
      ...{ key: "status", type: "code", codes: ({ words }) => words.status },
      value: ({ status }) => status,
    },
    { key: "paidUntil", type: "day", value: ({ paidUntil }) => paidUntil },
  ],
};
