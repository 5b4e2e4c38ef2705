/** The reasons for a verdict. */
import { useId } from "react";
import * as messages from "#messages/judging.ts";
import type { Verdict } from "#studio/domain/judging/judgement.ts";
import { mergeNote } from "#studio/features/judging/fields/merge-note.ts";
import { TextArea } from "#studio/ui/forms/text-area.tsx";

interface ReasonsFieldProps {
  verdict: Pick<Verdict, "reasons" | "note">;
  /** Reasons derived from the checklists. */
  suggested: readonly string[];
  /** Applies a change to the saved verdict, which may be newer than the one shown here. */
  onChange: (change: (before: Verdict) => Verdict) => void;
}

/** Suggested reasons from the checklists, and a field for the creator's own. */
export function ReasonsField({ verdict, suggested, onChange }: ReasonsFieldProps) {
  const id = useId();
  const { reasons, note } = verdict;
  const offered = [...reasons, ...suggested.filter((reason) => !reasons.includes(reason))];
  return (
    <div className="grid content-start gap-3">
      <fieldset aria-labelledby={id} className="grid min-w-0 gap-1.5">
        <p id={id} className="text-13 font-medium">
          {messages.reasons}
        </p>
        <p className="text-13 text-muted">
          {offered.length > 0 ? messages.reasonsHint : messages.noReasons}
        </p>
        <div className="flex flex-wrap gap-1.5">
          {offered.map((reason) => (
            <label
              key={reason}
              className="focus-within-ring inline-flex min-h-8 max-w-full cursor-pointer items-center gap-2 rounded-6 px-2.5 py-1 text-13 inset-ring inset-ring-line-strong/40 wrap-anywhere hover:bg-hover has-checked:bg-pressed has-checked:inset-ring-2 has-checked:inset-ring-ink pointer-coarse:min-h-11"
            >
              <input
                type="checkbox"
                checked={reasons.includes(reason)}
                onChange={({ currentTarget: { checked } }) =>
                  onChange((before) => withReason(before, reason, checked))
                }
                className="shrink-0 outline-none"
              />
              <bdi>{reason}</bdi>
            </label>
          ))}
        </div>
      </fieldset>
      <TextArea
        label={messages.whyNote}
        rows={2}
        className="pointer-coarse:min-h-11"
        value={note}
        onChange={({ currentTarget: { value: typed } }) =>
          onChange((before) => ({ ...before, note: mergeNote(before.note, { seen: note, typed }) }))
        }
      />
    </div>
  );
}

function withReason(before: Verdict, reason: string, isChosen: boolean): Verdict {
  const others = before.reasons.filter((other) => other !== reason);
  return { ...before, reasons: isChosen ? [...others, reason] : others };
}
