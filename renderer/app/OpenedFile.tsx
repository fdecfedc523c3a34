import { Navigate, useSearchParams } from "react-router";
import { useOfficeIdentity } from "../lib/useSession.ts";

/** A bundle was opened by a double click: it goes where this office takes bundles in. */
export function OpenedFile() {
  const [address] = useSearchParams();
  const identity = useOfficeIdentity();
  if (!identity) return null;
  const place = identity.headquarters ? "/headquarters/receive" : "/stick";
  return <Navigate to={{ pathname: place, search: address.toString() }} replace />;
}
