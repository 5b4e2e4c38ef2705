import { EmptyState } from "#studio/ui/empty-state.tsx";
import * as words from "#words/shell.ts";

/** The screen of all takes of one press, composed of the features it needs. */
export function TakesRoom() {
  return <EmptyState level={1} title={words.takes} detail={words.notFoundDetail} />;
}
