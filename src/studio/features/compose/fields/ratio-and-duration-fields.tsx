import { ASPECT_RATIOS, DURATIONS } from "#kirin/parameters.ts";
import * as common from "#messages/common.ts";
import * as messages from "#messages/compose.ts";
import type { ComposeFormHandle } from "#studio/features/compose/form.ts";
import { RadioCard } from "#studio/ui/forms/radio-card.tsx";
import { RadioGroup } from "#studio/ui/forms/radio-group.tsx";
import { DurationIcon } from "./duration-icon.tsx";
import { RatioIcon } from "./ratio-icon.tsx";

/** Number of film frames drawn for each duration. */
const FRAMES = { "5": 2, "10": 4 } as const;

/** The aspect ratio, drawn as three frames. */
export function AspectRatioField({ form }: { form: ComposeFormHandle }) {
  return (
    <RadioGroup legend={common.aspectRatio} className="grid-cols-3">
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

/** The duration, drawn as two lengths of film. */
export function DurationField({ form }: { form: ComposeFormHandle }) {
  return (
    <RadioGroup legend={common.duration} className="grid-cols-2">
      {DURATIONS.map((duration) => (
        <RadioCard
          key={duration}
          {...form.register("duration")}
          value={duration}
          label={messages.seconds[duration]}
          layout="column"
          icon={<DurationIcon frames={FRAMES[duration]} />}
        />
      ))}
    </RadioGroup>
  );
}
