/** The checklist from the prompts, for both clips side by side. */
import { Plus } from "lucide-react";
import { type FormEvent, useId } from "react";
import * as messages from "#messages/judging.ts";
import { addCheck, markCheck, removeCheck, rewordCheck } from "#studio/domain/judging/checks.ts";
import type { JudgedNames } from "#studio/features/judging/judged-sides.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import { outsideComposition } from "#studio/ui/shortcuts/composition.ts";
import { CheckRowFields } from "./check-row.tsx";
import type { Checks } from "./use-checks.ts";

interface CheckListProps {
  checks: Checks;
  names: JudgedNames;
}

/** The creator can edit, add and remove items. Each clip has its own check marks. */
export function CheckList({ checks: { rows, change }, names }: CheckListProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-2">
      <div className="grid gap-0.5">
        <h3 id={id} className="text-14 font-medium">
          {messages.checkList}
        </h3>
        <p className="text-13 text-muted">
          {rows.length > 0 ? messages.checkListHint : messages.noChecks}
        </p>
      </div>
      {rows.length > 0 && (
        <ul>
          {rows.map((row) => (
            <CheckRowFields
              key={`${row.kind} ${row.text}`}
              row={row}
              names={names}
              onMark={(side, state) => change([side], (checks) => markCheck(checks, row, state))}
              onReword={(text) =>
                change(["left", "right"], (checks) => rewordCheck(checks, row, text))
              }
              onRemove={() => change(["left", "right"], (checks) => removeCheck(checks, row))}
            />
          ))}
        </ul>
      )}
      <NewCheck
        onAdd={(text) => change(["left", "right"], (checks) => addCheck(checks, "other", text))}
      />
    </section>
  );
}

function NewCheck({ onAdd }: { onAdd: (text: string) => void }) {
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    onAdd(String(new FormData(form).get("text") ?? ""));
    form.reset();
  }
  return (
    <form onSubmit={handleSubmit} onKeyDown={outsideComposition()} className="flex gap-2">
      <input
        name="text"
        dir="auto"
        aria-label={messages.newCheck}
        placeholder={messages.newCheck}
        autoComplete="off"
        className="min-h-8 min-w-0 flex-1 rounded-6 bg-transparent px-2 text-13 inset-ring inset-ring-line-strong/40 placeholder:text-muted pointer-coarse:min-h-11"
      />
      <Button type="submit">
        <Plus size={16} />
        {messages.addCheck}
      </Button>
    </form>
  );
}
