import { Navigate } from "react-router";
import { useSession } from "../../lib/useSession.ts";
import { placesFor } from "./places.ts";
import { PoliciesPage } from "./policies/PoliciesPage.tsx";

/** The policies, or, for whoever does not read them, the first page that she may enter. */
export function InsuranceHome() {
  const first = placesFor(useSession()?.permissions ?? [])[0];
  if (first !== undefined && first.to !== "/insurance") return <Navigate to={first.to} replace />;
  return <PoliciesPage />;
}
