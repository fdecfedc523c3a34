import { Button, Group, Stack, TextInput } from "@mantine/core";
import { IconCamera, IconCameraOff, IconQrcode } from "@tabler/icons-react";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CardCheck } from "../../../src/contract/cards.ts";
import type { Refusal } from "../../../src/contract/results.ts";
import { useTell } from "../../lib/calls.ts";
import { Panel } from "../../ui/Panel.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { CameraReader } from "./CameraReader.tsx";
import { scannedText } from "./scannedText.ts";
import { Verdict } from "./Verdict.tsx";

/** The longest text that the contract takes. */
const MAX_TEXT = 500;

/** Is this card good? Typed by a scanner or seen by the camera, answered large. */
export function CheckCard() {
  const { t } = useTranslation("cards");
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [withCamera, setWithCamera] = useState(false);
  const check = useCheck();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void check.run(text);
    // Ready for the next card: scanners type without looking.
    setText("");
    field.current?.focus();
  };
  const seen = (found: string) => {
    setWithCamera(false);
    void check.run(found);
  };
  return (
    <Panel title={t("check.title")} text={t("check.hint")}>
      <Stack>
        <form onSubmit={submit}>
          <Group gap="sm" align="flex-end" wrap="nowrap">
            <TextInput
              ref={field}
              flex={1}
              label={t("check.text")}
              leftSection={<IconQrcode size={18} aria-hidden />}
              autoComplete="off"
              spellCheck={false}
              autoFocus
              maxLength={MAX_TEXT}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <Button type="submit" loading={check.pending} disabled={text.trim() === ""}>
              {t("check.go")}
            </Button>
          </Group>
        </form>
        <CameraButton on={withCamera} onToggle={() => setWithCamera(!withCamera)} />
        {withCamera && <CameraReader onText={seen} />}
        <RefusalNotice refusal={check.refusal} />
        <div aria-live="assertive">{check.answer && <Verdict answer={check.answer} />}</div>
      </Stack>
    </Panel>
  );
}

function CameraButton({ on, onToggle }: { readonly on: boolean; readonly onToggle: () => void }) {
  const { t } = useTranslation("cards");
  const Drawing = on ? IconCameraOff : IconCamera;
  return (
    <Button
      variant="default"
      style={{ alignSelf: "flex-start" }}
      leftSection={<Drawing size={18} aria-hidden />}
      onClick={onToggle}
    >
      {t(on ? "check.stopCamera" : "check.camera")}
    </Button>
  );
}

function useCheck() {
  const { tell, pending } = useTell("cards.check", { invalidates: [] });
  const [answer, setAnswer] = useState<CardCheck | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const run = async (typed: string) => {
    const result = await tell({ text: scannedText(typed).slice(0, MAX_TEXT) });
    setAnswer(result.ok ? result.value : null);
    setRefusal(result.ok ? null : result.refusal);
  };
  return { run, pending, answer, refusal };
}
