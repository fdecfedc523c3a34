import { useEffect, useRef } from "react";
import { RouterProvider } from "react-router/dom";
import { SignIn } from "../features/access/SignIn.tsx";
import { FirstStart } from "../features/office/firstStart/FirstStart.tsx";
import { useAsk } from "../lib/calls.ts";
import { keepDraftsFor } from "../lib/drafts.ts";
import { refusalIn } from "../lib/refusals.ts";
import { useSession } from "../lib/useSession.ts";
import { FileDialogProvider } from "../ui/useShowFile.tsx";
import { ClosedPage } from "./ClosedPage.tsx";
import { router } from "./routes.tsx";
import { Splash } from "./Splash.tsx";

/** While the office is locked nothing of its pages is in the document: only the sign-in is. */
export function Gate() {
  const state = useAsk("office.state", {});
  useOwnStart();
  if (state.error && !state.data)
    return <ClosedPage refusal={refusalIn(state.error)} onRetry={state.refetch} />;
  if (!state.data) return <Splash />;
  switch (state.data.stage) {
    case "empty":
      return <FirstStart demo={state.data.demo} />;
    case "locked":
      return <SignIn code={state.data.code} demo={state.data.demo} waitSeconds={state.data.waitSeconds} />;
    case "open":
      return (
        <FileDialogProvider>
          <RouterProvider router={router} />
        </FileDialogProvider>
      );
  }
}

/** Who opens the office after somebody else begins at the first page: what the other had open is not hers. */
function useOwnStart(): void {
  const userId = useSession()?.userId;
  const before = useRef(userId);
  useEffect(() => {
    if (userId === undefined) return;
    // Also where the window opens on an office that is open already: what she types is hers from the first letter.
    keepDraftsFor(userId);
    if (before.current !== undefined && before.current !== userId) void router.navigate("/");
    before.current = userId;
  }, [userId]);
}
