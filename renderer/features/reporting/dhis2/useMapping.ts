import type { UseFormReturnType } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OfficeCode } from "../../../../src/contract/primitives.ts";
import type { Dhis2Mapping } from "../../../../src/contract/reportingTerms.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { dropDraft, useDraftForm } from "../../../lib/drafts.ts";
import { saveFile } from "../../../lib/saveFile.ts";
import { useNotice } from "../../../lib/useNotice.ts";
import { useOnce } from "../../../lib/useOnce.ts";
import {
  isSameMapping,
  type MappingValues,
  mappingFile,
  mappingOf,
  mappingValues,
  readMappingFile,
} from "./mappingForm.ts";

export type MappingFormType = UseFormReturnType<MappingValues>;

const DRAFT = "reporting.dhis2";

/** The mapping while it is edited: what is not saved yet is kept over a lock and over other pages. */
export function useMapping(saved: Dhis2Mapping, offices: readonly OfficeCode[]) {
  const { t } = useTranslation("reports");
  const notice = useNotice();
  const [initial] = useState(() => mappingValues(saved, offices));
  const { form, restored } = useDraftForm<MappingValues>(DRAFT, initial);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { tell, pending } = useTell("reporting.saveDhis2Mapping", { invalidates: ["reporting"] });
  const mapping = mappingOf(form.values);
  const isDirty = !isSameMapping(mapping, saved);
  const save = useOnce(async () => {
    const result = await tell(mappingOf(form.getValues()));
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) {
      dropDraft(DRAFT);
      notice(t("dhis2.saved"));
    }
    // It may be changed and saved again.
    return false;
  });
  const take = (bytes: Uint8Array) => {
    const read = readMappingFile(bytes);
    setRefusal(read === null ? { code: "dhis2.fileWrong" } : null);
    if (read === null) return;
    form.setValues(mappingValues(read, offices));
    notice(t("dhis2.taken"));
  };
  const startOver = () => {
    form.setValues(mappingValues(saved, offices));
    dropDraft(DRAFT);
  };
  return {
    ...{ form, mapping, save, take, startOver, refusal, pending, isDirty },
    isRestored: restored && isDirty,
    give: () => saveFile(mappingFile(mapping)),
  };
}

export type Editing = ReturnType<typeof useMapping>;
