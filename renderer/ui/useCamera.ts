import { type RefObject, useEffect, useRef, useState } from "react";

export type CameraState = "starting" | "running" | "missing" | "refused";

export interface Camera {
  /** Give it to a `<video autoPlay muted playsInline>`. */
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly state: CameraState;
}

function stop(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

async function start(facing: "user" | "environment"): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({
    video: { width: { ideal: 1280 }, height: { ideal: 960 }, facingMode: facing },
    audio: false,
  });
}

/** The webcam for as long as the component is on screen; its light goes out when it leaves. */
export function useCamera(facing: "user" | "environment" = "user"): Camera {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState>("starting");
  useEffect(() => {
    let left = false;
    let stream: MediaStream | null = null;
    const open = async () => {
      try {
        stream = await start(facing);
        if (left) return stop(stream);
        if (video.current) video.current.srcObject = stream;
        setState("running");
      } catch (error) {
        if (!left)
          setState(error instanceof Error && error.name === "NotAllowedError" ? "refused" : "missing");
      }
    };
    void open();
    return () => {
      left = true;
      stop(stream);
    };
  }, [facing]);
  return { video, state };
}
