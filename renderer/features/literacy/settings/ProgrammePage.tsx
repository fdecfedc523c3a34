import { Anchor, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { Programme } from "../../../../src/contract/literacyViews.ts";
import { isSupplied } from "../../../../src/domain/literacy/supplied.ts";
import { useAsk } from "../../../lib/calls.ts";
import { newId } from "../../../lib/newId.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { ProgrammeForm } from "./ProgrammeForm.tsx";
import { emptyProgramme, programmeValues } from "./programmeForm.ts";
import { useIsOurs } from "./useIsOurs.ts";

/** A programme that did not exist before. */
export function NewProgrammePage() {
  const { t } = useTranslation("literacy");
  const [id] = useState(newId);
  const programmes = useAsk("literacy.programmes", {});
  return (
    <>
      <Back />
      <Asked of={programmes}>
        {(found) => (
          <ProgrammeForm
            draft="literacy.programme.new"
            id={id}
            initial={emptyProgramme()}
            title={t("programmes.newTitle")}
            // After saving, the programme itself is in the list.
            taken={found.flatMap((one) => (one.id === id ? [] : [one.code]))}
          />
        )}
      </Asked>
    </>
  );
}

/** A programme as it stands; who may changes it. */
export function ProgrammePage() {
  const { t } = useTranslation("literacy");
  const { id = "" } = useParams();
  const programmes = useAsk("literacy.programmes", {});
  return (
    <>
      <Back />
      <Asked of={programmes}>
        {(found) => {
          const programme = found.find((one) => one.id === id);
          return programme ? (
            <OneProgramme key={id} programme={programme} />
          ) : (
            <Text>{t("programmes.unknown")}</Text>
          );
        }}
      </Asked>
    </>
  );
}

function OneProgramme({ programme }: { readonly programme: Programme }) {
  const mayChange = useMay("literacy.programmes");
  const isOurs = useIsOurs();
  // What comes with the program is nobody's record: its first change is one of this office.
  const [id] = useState(() => (isSupplied(programme.id) ? newId() : programme.id));
  return (
    <ProgrammeForm
      draft={`literacy.programme.${programme.id}`}
      id={id}
      initial={programmeValues(programme)}
      title={programme.name}
      readOnly={!mayChange || !isOurs(programme)}
    />
  );
}

function Back() {
  const { t } = useTranslation("literacy");
  return (
    <Anchor component={Link} to="/settings/programmes" size="sm" mb="sm" style={{ display: "inline-block" }}>
      {t("programmes.back")}
    </Anchor>
  );
}
