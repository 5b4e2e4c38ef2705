import { ASPECT_RATIOS, DURATIONS } from "#kirin/parameters.ts";
import * as common from "#messages/common.ts";
import * as messages from "#messages/compose.ts";
import type { ComposeFormHandle } from "#studio/features/compose/form.ts";
import { RadioCard } from "#studio/ui/forms/radio-card.tsx";
import { RadioGroup } from "#studio/ui/forms/radio-group.tsx";
import { RatioIcon } from "./ratio-icon.tsx";

/** The aspect ratio, drawn as three frames. */
export function AspectRatioField({ form }: { form: ComposeFormHandle }) {
  return (
    <RadioGroup legend={common.aspectRatio} className="h-full grid-cols-3 gap-1.5!">
      {ASPECT_RATIOS.map((ratio) => (
        <RadioCard
          key={ratio}
          {...form.register("aspect_ratio")}
          value={ratio}
          label={ratio}
          layout="column"
          icon={<RatioIcon ratio={ratio} />}
        />
      ))}
    </RadioGroup>
  );
}

/** The duration. There is room only for the short form of each length. */
export function DurationField({ form }: { form: ComposeFormHandle }) {
  return (
    <RadioGroup legend={common.duration} className="h-full grid-cols-2 gap-1.5!">
      {DURATIONS.map((duration) => (
        <RadioCard
          key={duration}
          {...form.register("duration")}
          value={duration}
          label={messages.seconds[duration]}
          shown={common.seconds(Number(duration))}
          layout="column"
        />
      ))}
    </RadioGroup>
  );
}
