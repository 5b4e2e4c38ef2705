import * as common from "#messages/common.ts";
import * as messages from "#messages/library.ts";
import { compareHref } from "#studio/domain/paths.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import { LinkButton } from "#studio/ui/buttons/link-button.tsx";
import type { Picked } from "./pick-two.ts";

interface PickBarProps {
  picked: Picked;
  onCancel: () => void;
}

/** A bar at the bottom while two clips are being picked, with a link to the comparison. */
export function PickBar({ picked, onCancel }: PickBarProps) {
  const [left, right] = picked;
  return (
    <div className="sticky bottom-[calc(var(--tab-bar)+0.5rem)] z-10 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-10 bg-raised p-3 shadow-lg inset-ring inset-ring-line">
      <p role="status" className="text-14 font-medium">
        {messages.picked(picked.length)}
      </p>
      <div className="ml-auto flex gap-2">
        <Button onClick={onCancel}>{common.cancel}</Button>
        {left !== undefined && right !== undefined ? (
          <LinkButton variant="primary" href={compareHref(left, right)}>
            {messages.comparePicked}
          </LinkButton>
        ) : (
          <Button variant="primary" disabled>
            {messages.comparePicked}
          </Button>
        )}
      </div>
    </div>
  );
}
