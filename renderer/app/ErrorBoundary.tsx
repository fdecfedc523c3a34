import { Component, type ReactNode } from "react";
import { Apology } from "./Apology.tsx";

interface State {
  readonly failed: boolean;
}

/** A defect in a page: one apology, and a way back. Nothing of the error is shown: it could hold a name. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Apology /> : this.props.children;
  }
}
