import { Component, type ReactNode } from "react";
import { tryAgain } from "#messages/common.ts";
import * as words from "#messages/shell.ts";
import { Button } from "#studio/ui/button.tsx";
import { EmptyState } from "#studio/ui/empty-state.tsx";

type Fault = "none" | "part-missing" | "broken";

// The words differ between browsers; all of them throw a TypeError that names the module.
const PART_MISSING = /dynamically imported module|importing a module script/i;

/** Keeps a fault inside one screen: says what stands and what to do. The shell around it goes on. */
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
          title={isPartMissing ? words.partMissingTitle : words.crashTitle}
          detail={isPartMissing ? words.partMissingDetail : words.crashDetail}
          action={
            <>
              {/* What could not be fetched once is not fetched again before the page is reloaded. */}
              {!isPartMissing && (
                <Button variant="primary" onClick={() => this.setState({ fault: "none" })}>
                  {tryAgain}
                </Button>
              )}
              <Button
                variant={isPartMissing ? "primary" : "quiet"}
                onClick={() => location.reload()}
              >
                {words.reload}
              </Button>
            </>
          }
        />
      </div>
    );
  }
}
