import { useEffect, useState } from "react";

interface JpegImageProps {
  readonly jpeg: Uint8Array;
  readonly alt: string;
  readonly className: string;
}

/** A picture that is in memory only; it is let go when it leaves the screen. */
export function JpegImage({ jpeg, alt, className }: JpegImageProps) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([new Uint8Array(jpeg)], { type: "image/jpeg" }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [jpeg]);
  return url && <img src={url} alt={alt} className={className} />;
}
