import { EmptyState } from "#studio/ui/empty-state.tsx";
import * as words from "#words/shell.ts";

/** The screen of a blind comparison, composed of the features it needs. */
export function BlindRoom() {
  return <EmptyState level={1} title={words.blind} detail={words.notFoundDetail} />;
}
