import { toString as drawQr } from "qrcode";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Fingerprint } from "../../src/contract/sync.ts";
import classes from "./FingerprintView.module.css";

interface FingerprintViewProps {
  /** `1234 5678 …` */
  readonly fingerprint: Fingerprint;
  readonly withQr?: boolean;
  readonly small?: boolean;
}

/** A key as it is read aloud: eight groups of four digits; and as a QR for a telephone. */
export function FingerprintView({ fingerprint, withQr, small }: FingerprintViewProps) {
  const { t } = useTranslation("common");
  // The same four digits may stand twice; their place is what names them.
  const groups = fingerprint.split(" ").map((digits, at) => ({ digits, place: at + 1 }));
  return (
    <div className={classes.box}>
      <ol
        className={`${classes.groups} ${small ? classes.small : ""} numerals`}
        aria-label={t("fingerprint.label")}
      >
        {groups.map(({ digits, place }) => (
          <li key={place}>{digits}</li>
        ))}
      </ol>
      {withQr && <Qr text={fingerprint} />}
    </div>
  );
}

function Qr({ text }: { readonly text: string }) {
  const { t } = useTranslation("common");
  const [source, setSource] = useState<string | null>(null);
  useEffect(() => {
    void drawQr(text, { type: "svg", margin: 2, errorCorrectionLevel: "M" }).then((svg) =>
      setSource(`data:image/svg+xml,${encodeURIComponent(svg)}`),
    );
  }, [text]);
  return source && <img src={source} alt={t("fingerprint.qr")} className={classes.qr} />;
}
