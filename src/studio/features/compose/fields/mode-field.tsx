import { useQuery } from "@tanstack/react-query";
import { useWatch } from "react-hook-form";
import type { Mode } from "#kirin/parameters.ts";
import * as common from "#messages/common.ts";
import * as messages from "#messages/compose.ts";
import { configOptions } from "#studio/api/config.ts";
import type { ComposeFormHandle } from "#studio/features/compose/form.ts";
import { priceText, usePrice } from "#studio/features/compose/use-price.ts";
import { RadioCard } from "#studio/ui/forms/radio-card.tsx";
import { RadioGroup } from "#studio/ui/forms/radio-group.tsx";

/** Standard or Pro: two cards with a summary, the price and the usual rendering time of each. */
export function ModeField({ form }: { form: ComposeFormHandle }) {
  return (
    <RadioGroup legend={common.mode} className="grid-cols-2">
      <ModeCard
        form={form}
        mode="std"
        label={common.modes.std}
        summary={messages.standardSummary}
      />
      <ModeCard form={form} mode="pro" label={common.modes.pro} summary={messages.proSummary} />
    </RadioGroup>
  );
}

interface ModeCardProps {
  form: ComposeFormHandle;
  mode: Mode;
  label: string;
  summary: string;
}

function ModeCard({ form, mode, label, summary }: ModeCardProps) {
  const duration = useWatch({ control: form.control, name: "duration" });
  const { data: config } = useQuery(configOptions());
  const isSimulated = config?.ok === true && config.value.upstream === "simulator";
  const price = priceText(usePrice(form, mode));
  return (
    <RadioCard
      {...form.register("mode")}
      value={mode}
      label={label}
      tone={mode}
      aside={price ?? messages.priceUnknown}
      detail={
        <>
          <span>{summary}</span>
          <span>
            {(isSimulated ? messages.usuallySimulated : messages.usually)[mode][duration]}
          </span>
          <span className="sr-only">
            <span>{messages.price}</span> <span>{price ?? messages.priceUnknown}</span>
          </span>
        </>
      }
    />
  );
}
