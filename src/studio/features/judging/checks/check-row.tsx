/** One item of the checklist. */
import { Check, Minus, Trash2, X } from "lucide-react";
import * as messages from "#messages/judging.ts";
import type { CheckRow } from "#studio/domain/judging/checks.ts";
import { CHECK_STATES, type CheckState } from "#studio/domain/judging/judgement.ts";
import type { JudgedNames } from "#studio/features/judging/judged-sides.ts";
import { IconButton } from "#studio/ui/buttons/icon-button.tsx";
import { SegmentedControl } from "#studio/ui/forms/segmented-control.tsx";
import { outsideComposition } from "#studio/ui/shortcuts/composition.ts";

const ICONS = {
  open: <Minus size={14} />,
  met: <Check size={14} />,
  "not-met": <X size={14} />,
} as const satisfies Record<CheckState, unknown>;

const SEGMENTS = CHECK_STATES.map((value) => ({
  value,
  label: messages.states[value],
  icon: ICONS[value],
}));

interface CheckRowFieldsProps {
  row: CheckRow;
  names: JudgedNames;
  onMark: (side: "left" | "right", state: CheckState) => void;
  onReword: (text: string) => void;
  onRemove: () => void;
}

/** The text, editable in place, and a check mark for each clip whose prompt asked for it. */
export function CheckRowFields({ row, names, onMark, onReword, onRemove }: CheckRowFieldsProps) {
  return (
    <li className="@container border-t border-line py-1.5">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 @lg:grid-cols-[minmax(0,1fr)_auto_auto]">
        <div className="flex min-w-0 items-center gap-2">
          <span className="w-20 shrink-0 text-12 text-muted">{messages.kinds[row.kind]}</span>
          <textarea
            rows={1}
            dir="auto"
            defaultValue={row.text}
            aria-label={messages.editCheck(row.text)}
            onBlur={(event) => onReword(event.currentTarget.value)}
            onKeyDown={outsideComposition((event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              event.currentTarget.blur();
            })}
            className="field-sizing-content min-h-7 min-w-0 pointer-coarse:min-h-11 pointer-coarse:py-3 flex-1 resize-none rounded-6 bg-transparent px-1 py-1 text-13 leading-5 hover:bg-hover"
          />
        </div>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 @max-lg:order-last @max-lg:col-span-2 @max-lg:pl-22">
          {(["left", "right"] as const).map((side) => {
            const state = row[side];
            return (
              <div key={side} className="flex items-center gap-2 @lg:min-w-34 @lg:justify-end">
                {state !== null && (
                  <>
                    <span aria-hidden="true" className="truncate text-12 text-muted">
                      {names[side]}
                    </span>
                    <SegmentedControl
                      legend={messages.stateOf(row.text, names[side])}
                      value={state}
                      segments={SEGMENTS}
                      onChange={(next) => onMark(side, next)}
                    />
                  </>
                )}
              </div>
            );
          })}
        </div>
        <IconButton
          label={messages.removeCheck(row.text)}
          icon={<Trash2 size={14} />}
          onClick={onRemove}
          className="text-muted"
        />
      </div>
    </li>
  );
}
