import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import wasmAddress from "zxing-wasm/reader/zxing_reader.wasm?url";

/** The reader comes from our own files: an office has no internet, and must not tell anybody that it reads cards. */
prepareZXingModule({
  overrides: {
    locateFile: (path: string, folder: string) => (path.endsWith(".wasm") ? wasmAddress : folder + path),
  },
});

/** The text of a QR code in the picture; null when there is none. */
export async function readQr(picture: ImageData): Promise<string | null> {
  const found = await readBarcodes(picture, { formats: ["QRCode"], tryHarder: true, maxNumberOfSymbols: 1 });
  return found.find((code) => code.isValid)?.text ?? null;
}
