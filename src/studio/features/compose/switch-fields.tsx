import { useController, useWatch } from "react-hook-form";
import { canHaveSound } from "#kirin/parameters.ts";
import * as common from "#messages/common.ts";
import * as words from "#messages/compose.ts";
import { Switch } from "#studio/ui/switch.tsx";
import type { ComposeFormHandle } from "./form.ts";

/**
 * Sound is on only where Pro is chosen and the creator wants it. What they want is kept while Standard is chosen,
 * so that choosing Pro again brings it back.
 */
export function SoundField({ form }: { form: ComposeFormHandle }) {
  const isPossible = canHaveSound(useWatch({ control: form.control, name: "mode" }));
  const { field } = useController({ control: form.control, name: "sound" });
  return (
    <Switch
      ref={field.ref}
      name={field.name}
      label={common.sound}
      hint={isPossible ? words.soundHint : words.soundNeedsPro}
      checked={isPossible && field.value}
      disabled={!isPossible}
      onBlur={field.onBlur}
      onChange={(event) => field.onChange(event.target.checked)}
    />
  );
}

/** Whether Kirin burns its mark in. */
export function WatermarkField({ form }: { form: ComposeFormHandle }) {
  return (
    <Switch {...form.register("watermark")} label={common.watermark} hint={words.watermarkHint} />
  );
}
