/** Shows the clip on a side, and opens the chooser. */
import { ChevronDown } from "lucide-react";
import type { Side } from "#comparison/sides.ts";
import * as messages from "#messages/compare.ts";
import { modeOf } from "#studio/domain/life/pairs.ts";
import { costsOf } from "#studio/domain/usage/costs.ts";
import { excerpt } from "#studio/format/excerpt.ts";
import { formatAmounts } from "#studio/format/money.ts";
import { classes } from "#studio/ui/classes.ts";
import type { SideChoice } from "./choose-sides.ts";

const PROMPT_CHARACTERS = 100;
const TONES = { std: "bg-std", pro: "bg-pro" } as const;

interface SideHeadProps {
  side: Side;
  choice: SideChoice;
  name: string;
  onChange: () => void;
}

/** A button with the mode's colour and the start of the prompt. */
export function SideHead({ side, choice, name, onChange }: SideHeadProps) {
  const isEmpty = choice.kind === "empty";
  const detail = detailOf(choice);
  const cost = choice.kind === "entry" ? formatAmounts(costsOf(choice.entry)) : null;
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      onClick={onChange}
      className="flex min-h-11 min-w-0 items-center gap-2 rounded-6 px-1 py-1 text-left sm:px-2 hover:bg-hover active:bg-pressed"
    >
      <span
        aria-hidden="true"
        className={classes(
          "h-8 w-1 shrink-0 rounded-full",
          choice.kind === "entry" ? TONES[modeOf(choice.entry)] : "bg-line-strong",
        )}
      />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-13 font-medium">
          <span className="sr-only">{`${messages.places[side]} `}</span>
          <span>{isEmpty ? messages.nothingChosen : name}</span>
          {cost && (
            <span className="font-normal text-muted tabular-nums max-sm:hidden">{` ${cost}`}</span>
          )}
        </span>
        {detail && (
          <span className="block truncate text-12 text-muted tabular-nums">
            {/* On small screens the cost replaces the prompt, which would not fit. */}
            {cost && <span className="sm:hidden">{cost}</span>}
            <bdi className={classes(cost && "max-sm:hidden")}>{detail}</bdi>
          </span>
        )}
        {!isEmpty && <span className="sr-only"> {messages.chooseAnother}</span>}
      </span>
      <ChevronDown size={16} className="shrink-0 text-muted max-sm:hidden" />
    </button>
  );
}

function detailOf(choice: SideChoice): string | null {
  if (choice.kind === "entry") return excerpt(choice.entry.request.prompt, PROMPT_CHARACTERS);
  return choice.kind === "file" ? messages.fromFile : null;
}
