import { useId } from "react";
import { useWatch } from "react-hook-form";
import * as messages from "#messages/compose.ts";
import { formatMoment } from "#studio/format/dates.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import { TakesStepper } from "./fields/takes-stepper.tsx";
import type { ComposeFormHandle } from "./form.ts";
import { ButtonPrice, GenerateButton, LastKnownMark } from "./generate-button.tsx";
import type { SendOrigin } from "./press-name.ts";
import { amountText, multiplyPrice, sumPrices, usePrice } from "./use-price.ts";
import type { Sending } from "./use-submit.ts";

interface SubmitBarProps {
  form: ComposeFormHandle;
  sending: Sending;
  /** Why nothing was sent, or null. */
  trouble: string | null;
  /** How the same request was sent shortly before outside this page, or null. */
  sentElsewhere: SendOrigin | null;
  onBoth: () => void;
}

/** The buttons that send, with their prices. In low windows they share one row. */
export function SubmitBar({ form, sending, trouble, sentElsewhere, onBoth }: SubmitBarProps) {
  const id = useId();
  const [mode, takes] = useWatch({ control: form.control, name: ["mode", "takes"] });
  const prices = { std: usePrice(form, "std"), pro: usePrice(form, "pro") };
  const pairs = Number(takes);
  const bothPrice = multiplyPrice(sumPrices(prices.std, prices.pro), pairs);
  const both = amountText(bothPrice) ?? messages.priceUnknown;
  const lastKnown = [bothPrice, prices[mode]].find((price) => price?.isLastKnown);
  return (
    <div className="grid gap-2">
      {trouble !== null && (
        <p role="alert" className="rounded-6 bg-danger-soft px-3 py-2 text-13 text-danger">
          {trouble}
        </p>
      )}
      {sentElsewhere !== null && trouble === null && (
        <p role="status" className="rounded-6 bg-surface px-3 py-2 text-13">
          {messages.sentElsewhere[sentElsewhere]}
        </p>
      )}
      <div className="grid gap-2 low:sm:grid-cols-2">
        <GenerateButton form={form} isSending={sending === "one"} hasShortcut />
        <div className="flex gap-1">
          <Button
            className="min-h-10 min-w-0 flex-1 px-2!"
            isLoading={sending === "both"}
            onClick={onBoth}
            title={messages.generateBothHint}
            aria-describedby={`${id}-both`}
          >
            {messages.generateBoth}
            <ButtonPrice>
              {bothPrice && (pairs === 1 ? both : messages.priceOfBoth(both, 2 * pairs))}
            </ButtonPrice>
          </Button>
          <TakesStepper form={form} />
        </div>
      </div>
      <p id={`${id}-both`} className="sr-only">
        <span>{messages.priceOfBoth(both, 2 * pairs)}</span>
        <LastKnownMark price={bothPrice} />
      </p>
      {lastKnown && (
        <p className="text-center text-12 text-muted">
          {messages.pricesAsOf(formatMoment(lastKnown.at))}
        </p>
      )}
    </div>
  );
}
