import { Anchor, Button, Group, Stack, Text } from "@mantine/core";
import { IconSend } from "@tabler/icons-react";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { Panel } from "../../../ui/Panel.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { CareFields } from "./CareFields.tsx";
import classes from "./Claims.module.css";
import { LineGrid } from "./LineGrid.tsx";
import { PhotosField } from "./PhotosField.tsx";
import { PrivateFields } from "./PrivateFields.tsx";
import type { ClaimDraft } from "./useClaimForm.ts";
import type { ClaimPhotos } from "./useClaimPhotos.ts";
import { useClaimSaving } from "./useClaimSaving.ts";
import { WhoFields } from "./WhoFields.tsx";

interface ClaimFormProps {
  readonly draft: ClaimDraft;
  readonly photos: ClaimPhotos;
  /** Empties it for another claim. */
  readonly onStartOver: () => void;
}

export function ClaimForm({ draft, photos, onStartOver }: ClaimFormProps) {
  const { t } = useTranslation("claims");
  const { save, refusal, pending } = useClaimSaving(draft, photos);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void save(true);
  };
  return (
    // A scanner ends a number with Enter: here it must not send a claim that has just begun.
    <form noValidate onSubmit={(event) => event.preventDefault()} onKeyDown={onKeyDown}>
      <Stack gap="md">
        <RefusalNotice refusal={refusal} />
        {draft.restored && refusal === null && <Restored onStartOver={onStartOver} />}
        <Panel>
          <div className={classes.entry}>
            <WhoFields draft={draft} />
            <CareFields draft={draft} />
          </div>
        </Panel>
        <LineGrid draft={draft} />
        <PrivateFields form={draft.form} />
        <PhotosField photos={photos} />
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {t("form.keys")}
          </Text>
          <Group>
            <Button variant="default" type="button" loading={pending} onClick={() => void save(false)}>
              {t("form.save")}
            </Button>
            <Button
              type="button"
              loading={pending}
              leftSection={<IconSend size={18} aria-hidden />}
              onClick={() => void save(true)}
            >
              {t("form.submit")}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

function Restored({ onStartOver }: { readonly onStartOver: () => void }) {
  const { t } = useTranslation("common");
  return (
    <Text size="sm">
      {t("unsavedKept")}{" "}
      <Anchor component="button" type="button" size="sm" onClick={onStartOver}>
        {t("startOver")}
      </Anchor>
    </Text>
  );
}
