import { Component, type ReactNode } from "react";
import { tryAgain } from "#messages/common.ts";
import * as messages from "#messages/shell.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import { EmptyState } from "#studio/ui/empty-state.tsx";

type Fault = "none" | "part-missing" | "broken";

// The message differs between browsers, but all throw a TypeError that mentions the module.
const PART_MISSING = /dynamically imported module|importing a module script/i;

/** Confines an error to one screen and says what to do. The shell keeps working. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { fault: Fault }> {
  override state: { fault: Fault } = { fault: "none" };

  static getDerivedStateFromError(error: unknown): { fault: Fault } {
    const isPartMissing = error instanceof TypeError && PART_MISSING.test(error.message);
    return { fault: isPartMissing ? "part-missing" : "broken" };
  }

  override render() {
    const { fault } = this.state;
    if (fault === "none") return this.props.children;
    const isPartMissing = fault === "part-missing";
    return (
      <div role="alert">
        <EmptyState
          title={isPartMissing ? messages.partMissingTitle : messages.crashTitle}
          detail={isPartMissing ? messages.partMissingDetail : messages.crashDetail}
          action={
            <>
              {/* A module that failed to load is not requested again until the page is reloaded. */}
              {!isPartMissing && (
                <Button variant="primary" onClick={() => this.setState({ fault: "none" })}>
                  {tryAgain}
                </Button>
              )}
              <Button
                variant={isPartMissing ? "primary" : "quiet"}
                onClick={() => location.reload()}
              >
                {messages.reload}
              </Button>
            </>
          }
        />
      </div>
    );
  }
}
