import { goToCreate } from "#messages/common.ts";
import * as messages from "#messages/shell.ts";
import { CREATE_PATH } from "#studio/domain/paths.ts";
import { LinkButton } from "#studio/ui/buttons/link-button.tsx";
import { EmptyState } from "#studio/ui/empty-state.tsx";

/** Shown for an unknown URL. */
export function NotFoundScreen() {
  return (
    <EmptyState
      level={1}
      title={messages.notFoundTitle}
      detail={messages.notFoundDetail}
      action={
        <LinkButton href={CREATE_PATH} variant="primary">
          {goToCreate}
        </LinkButton>
      }
    />
  );
}
