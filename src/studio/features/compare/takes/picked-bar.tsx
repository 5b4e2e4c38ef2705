import * as messages from "#messages/takes.ts";
import type { Take } from "#studio/domain/life/pairs.ts";
import { compareHref } from "#studio/domain/paths.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import { LinkButton } from "#studio/ui/buttons/link-button.tsx";
import { takeName } from "./take-names.ts";

interface PickedBarProps {
  /** One or two takes. */
  picked: readonly Take[];
  onClear: () => void;
}

/** The picked takes and the link to compare them. */
export function PickedBar({ picked, onClear }: PickedBarProps) {
  const [one, other] = picked;
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-2 text-13 text-on-stage-muted">
      <p className="mr-auto">
        {one && other
          ? messages.picked(takeName(one), takeName(other))
          : one && messages.pickOneMore(takeName(one))}
      </p>
      <Button onClick={onClear}>{messages.clearPick}</Button>
      {one && other && (
        <LinkButton href={compareHref(one.entry.id, other.entry.id)} variant="primary">
          {messages.compare}
        </LinkButton>
      )}
    </div>
  );
}
