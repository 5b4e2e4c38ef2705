import { Component, type ReactNode } from "react";
import { Button } from "#studio/ui/button.tsx";
import { EmptyState } from "#studio/ui/empty-state.tsx";
import * as words from "#words/shell.ts";

/** Keeps a fault inside one screen: says what stands and what to do. The shell around it goes on. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <div role="alert">
        <EmptyState
          title={words.crashTitle}
          detail={words.crashDetail}
          action={
            <>
              <Button variant="primary" onClick={() => this.setState({ hasFailed: false })}>
                {words.tryAgain}
              </Button>
              <Button onClick={() => location.reload()}>{words.reload}</Button>
            </>
          }
        />
      </div>
    );
  }
}
