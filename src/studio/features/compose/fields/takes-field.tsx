import * as messages from "#messages/compose.ts";
import { TAKE_COUNTS } from "#studio/domain/submit/request-draft.ts";
import type { ComposeFormHandle } from "#studio/features/compose/form.ts";
import { buttonClasses } from "#studio/ui/buttons/button-classes.ts";
import { classes } from "#studio/ui/classes.ts";

/** How many takes of each mode "Generate both" makes: a small native select at the end of the button. */
export function TakesField({ form }: { form: ComposeFormHandle }) {
  return (
    <select
      {...form.register("takes")}
      aria-label={messages.takes}
      title={messages.takesHint}
      className={classes(
        buttonClasses("quiet", "large"),
        "cursor-pointer appearance-none rounded-l-none bg-paper px-1.5! text-center text-muted [text-align-last:center] tabular-nums hover:text-ink",
      )}
    >
      {TAKE_COUNTS.map((count) => (
        <option key={count} value={count} className="bg-paper text-ink">
          {messages.multiplier(count)}
        </option>
      ))}
    </select>
  );
}
