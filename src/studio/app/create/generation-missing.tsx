import { goToCreate } from "#messages/common.ts";
import * as messages from "#messages/shell.ts";
import { CREATE_PATH } from "#studio/domain/paths.ts";
import { LinkButton } from "#studio/ui/buttons/link-button.tsx";
import { EmptyState } from "#studio/ui/empty-state.tsx";

/** Shown if the URL contains a generation that is not in this browser's library. */
export function GenerationMissing() {
  return (
    <div className="self-center">
      <EmptyState
        title={messages.generationUnknownTitle}
        detail={messages.generationUnknownDetail}
        action={
          <LinkButton href={CREATE_PATH} variant="primary">
            {goToCreate}
          </LinkButton>
        }
      />
    </div>
  );
}
