/** One question about two clips. The answer is the left clip, the right clip, or no difference. */
import { useId } from "react";
import * as messages from "#messages/judging.ts";
import type { Judged } from "#studio/features/judging/judged-sides.ts";
import { classes } from "#studio/ui/classes.ts";

interface ChoiceQuestionProps {
  question: string;
  /** Shown after the question, such as its keys. */
  hint?: string | undefined;
  /** Ids of the two clips. */
  ids: Judged<string>;
  names: Judged<string>;
  /** The chosen id, null for no difference, undefined if not answered. */
  chosenId: string | null | undefined;
  onChoose: (chosenId: string | null) => void;
}

/** Three native radio inputs in the order of the clips: left, no difference, right. */
export function ChoiceQuestion(props: ChoiceQuestionProps) {
  const { question, hint, ids, names, chosenId, onChoose } = props;
  const name = useId();
  const choices = [
    { id: ids.left, label: names.left },
    { id: null, label: messages.noDifference },
    { id: ids.right, label: names.right },
  ];
  return (
    <fieldset
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA in HTML allows radiogroup on a fieldset
      role="radiogroup"
      aria-labelledby={`${name}-question`}
      className="grid min-w-0 gap-1.5"
    >
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span id={`${name}-question`} className="text-14 font-medium">
          {question}
        </span>
        {hint && (
          <span aria-hidden="true" className="text-12 text-muted pointer-coarse:hidden">
            {hint}
          </span>
        )}
      </p>
      <div className="grid grid-cols-[1fr_auto_1fr] gap-1.5">
        {choices.map(({ id, label }) => (
          <label
            key={label}
            className={classes(
              "focus-within-ring relative grid min-h-10 min-w-0 cursor-pointer place-items-center rounded-6 px-3 text-14 font-medium inset-ring inset-ring-line-strong/40 hover:bg-hover pointer-coarse:min-h-11",
              "has-checked:bg-pressed has-checked:inset-ring-2 has-checked:inset-ring-ink",
            )}
          >
            <input
              type="radio"
              name={name}
              checked={id === chosenId}
              onChange={() => onChoose(id)}
              aria-label={label}
              className="absolute inset-0 size-full cursor-pointer appearance-none rounded-6 outline-none"
            />
            <span aria-hidden="true" className="pointer-events-none truncate">
              {label}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
