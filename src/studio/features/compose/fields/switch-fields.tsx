import { useController, useWatch } from "react-hook-form";
import { canHaveSound } from "#kirin/parameters.ts";
import * as common from "#messages/common.ts";
import * as messages from "#messages/compose.ts";
import type { ComposeFormHandle } from "#studio/features/compose/form.ts";
import { Switch } from "#studio/ui/forms/switch.tsx";

/** Sound is on only with Pro. The choice is kept while Standard is selected and restored with Pro. */
export function SoundField({ form }: { form: ComposeFormHandle }) {
  const isPossible = canHaveSound(useWatch({ control: form.control, name: "mode" }));
  const { field } = useController({ control: form.control, name: "sound" });
  return (
    <Switch
      ref={field.ref}
      name={field.name}
      label={common.sound}
      hint={isPossible ? messages.soundHint : messages.soundNeedsPro}
      checked={isPossible && field.value}
      disabled={!isPossible}
      onBlur={field.onBlur}
      onChange={(event) => field.onChange(event.target.checked)}
    />
  );
}

/** Whether Kirin burns its watermark into the clip. */
export function WatermarkField({ form }: { form: ComposeFormHandle }) {
  return (
    <Switch
      {...form.register("watermark")}
      label={common.watermark}
      hint={messages.watermarkHint}
    />
  );
}
