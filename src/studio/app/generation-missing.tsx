import * as words from "#messages/shell.ts";
import { CREATE_PATH } from "#studio/domain/paths.ts";
import { EmptyState } from "#studio/ui/empty-state.tsx";
import { LinkButton } from "#studio/ui/link-button.tsx";

/** The address names a generation that this browser's library does not have. */
export function GenerationMissing() {
  return (
    <div className="self-center">
      <EmptyState
        title={words.generationUnknownTitle}
        detail={words.generationUnknownDetail}
        action={
          <LinkButton href={CREATE_PATH} variant="primary">
            {words.backToCreate}
          </LinkButton>
        }
      />
    </div>
  );
}
