import { formatList } from "#messages/common.ts";
import * as messages from "#messages/outcomes.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";

/**
 * Says that a task was found under a previously used ID: as a warning if it differs from the request, as muted text
 * otherwise.
 */
export function AdoptedNote({ entry }: { entry: LibraryEntry }) {
  const { id, externalTaskId, isConflict, generation, differences } = entry;
  if (!isConflict || generation === null) return null;
  if (differences.length === 0) {
    const isIdOfCreator = externalTaskId !== id;
    return (
      <p className="px-4 pt-4 text-13 text-muted">
        {messages.adopted} {isIdOfCreator && <span>{messages.adoptedUnverified}</span>}
      </p>
    );
  }
  const named = formatList(differences.map((name) => messages.parameters[name] ?? name));
  return (
    <div role="note" className="mx-4 mt-4 grid gap-1 rounded-6 bg-danger-soft p-3 text-13">
      <p className="font-medium text-danger">{messages.differs(named)}</p>
      <p>{messages.differsDetail}</p>
    </div>
  );
}
