import { Minus, Plus } from "lucide-react";
import { useController } from "react-hook-form";
import * as messages from "#messages/compose.ts";
import { TAKE_COUNTS } from "#studio/domain/submit/request-draft.ts";
import type { ComposeFormHandle } from "#studio/features/compose/form.ts";
import { IconButton } from "#studio/ui/buttons/icon-button.tsx";

const LAST = TAKE_COUNTS.length - 1;

/** How many takes of each mode "Both modes" makes: a number between two buttons. */
export function TakesStepper({ form }: { form: ComposeFormHandle }) {
  const { field } = useController({ control: form.control, name: "takes" });
  const index = TAKE_COUNTS.indexOf(field.value);

  function choose(text: string | undefined) {
    const count = TAKE_COUNTS.find((each) => each === text);
    if (count !== undefined) field.onChange(count);
  }

  return (
    <div className="flex items-center" title={messages.takesHint}>
      <IconButton
        label={messages.fewerTakes}
        icon={<Minus size={14} />}
        aria-disabled={index === 0}
        onClick={() => choose(TAKE_COUNTS[index - 1])}
      />
      <input
        ref={field.ref}
        name={field.name}
        type="number"
        min={TAKE_COUNTS[0]}
        max={TAKE_COUNTS[LAST]}
        value={field.value}
        aria-label={messages.takes}
        onBlur={field.onBlur}
        onChange={({ currentTarget }) => choose(currentTarget.value.slice(-1))}
        onFocus={({ currentTarget }) => currentTarget.select()}
        className="h-8 w-6 appearance-none rounded-6 bg-transparent text-center text-14 font-medium tabular-nums [-moz-appearance:textfield] pointer-coarse:size-11 [&::-webkit-inner-spin-button]:appearance-none"
      />
      <IconButton
        label={messages.moreTakes}
        icon={<Plus size={14} />}
        aria-disabled={index === LAST}
        onClick={() => choose(TAKE_COUNTS[index + 1])}
      />
    </div>
  );
}
