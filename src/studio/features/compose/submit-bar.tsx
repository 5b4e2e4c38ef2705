import { useId, useSyncExternalStore } from "react";
import { useWatch } from "react-hook-form";
import * as messages from "#messages/compose.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import { TakesField } from "./fields/takes-field.tsx";
import type { ComposeFormHandle } from "./form.ts";
import type { SendOrigin } from "./press-name.ts";
import { amountText, multiplyPrice, type Price, sumPrices, usePrice } from "./use-price.ts";
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

/** The buttons that send, with their prices. */
export function SubmitBar({ form, sending, trouble, sentElsewhere, onBoth }: SubmitBarProps) {
  const id = useId();
  const [mode, takes] = useWatch({ control: form.control, name: ["mode", "takes"] });
  const std = usePrice(form, "std");
  const pro = usePrice(form, "pro");
  const onePrice = mode === "std" ? std : pro;
  const one = amountText(onePrice) ?? messages.priceUnknown;
  const pairs = Number(takes);
  const bothPrice = multiplyPrice(sumPrices(std, pro), pairs);
  const both = amountText(bothPrice) ?? messages.priceUnknown;
  const isAnyLastKnown = onePrice?.isLastKnown === true || bothPrice?.isLastKnown === true;
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
      <div className="flex flex-wrap items-center justify-end gap-2">
        <p className="mr-auto grid tabular-nums max-[22.5rem]:flex max-[22.5rem]:w-full max-[22.5rem]:items-baseline max-[22.5rem]:justify-between">
          <span id={`${id}-one`} className="text-16 font-semibold">
            <span className="sr-only">{messages.price} </span>
            <span>{one}</span>
            <Mark price={onePrice} />
          </span>
          <span id={`${id}-both`} className="text-12 text-muted">
            <span>{messages.priceOfBoth(both, 2 * pairs)}</span>
            <Mark price={bothPrice} />
          </span>
          {/* One visible mark for both prices, because two marks would wrap the buttons into a second row. */}
          {isAnyLastKnown && (
            <span aria-hidden="true" className="text-12 text-muted">
              {messages.lastKnownMark}
            </span>
          )}
        </p>
        <span className="flex gap-px">
          <Button
            size="large"
            className="rounded-r-none px-2.5! max-[22.5rem]:px-2!"
            isLoading={sending === "both"}
            onClick={onBoth}
            title={messages.generateBothHint}
            aria-describedby={`${id}-both`}
          >
            {messages.generateBoth}
          </Button>
          <TakesField form={form} />
        </span>
        <Button
          type="submit"
          variant="primary"
          size="large"
          className="px-3!"
          isLoading={sending === "one"}
          title={useShortcut()}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          aria-describedby={`${id}-one`}
        >
          {messages.generate}
        </Button>
      </div>
    </div>
  );
}

/** The last-known mark for screen readers. Each button is described by its own price. */
function Mark({ price }: { price: Price | null }) {
  return price?.isLastKnown === true && <span className="sr-only"> {messages.lastKnownMark}</span>;
}

const neverChanges = () => () => {};

/** The shortcut as this machine's keyboard labels it. Unknown until hydration. */
function useShortcut(): string | undefined {
  const isApple = useSyncExternalStore<boolean | null>(
    neverChanges,
    () => /Mac|iPhone|iPad/.test(navigator.userAgent),
    () => null,
  );
  if (isApple === null) return undefined;
  return isApple ? messages.shortcutApple : messages.shortcutOther;
}
