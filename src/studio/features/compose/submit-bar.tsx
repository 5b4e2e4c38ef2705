import { useId, useSyncExternalStore } from "react";
import { useWatch } from "react-hook-form";
import * as messages from "#messages/compose.ts";
import { formatMoment } from "#studio/format/dates.ts";
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
  const lastKnown = [bothPrice, onePrice].find((price) => price?.isLastKnown);
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
      {/* The descriptions of the buttons. */}
      <p className="sr-only">
        <span id={`${id}-one`}>
          <span>{messages.price} </span>
          <span>{one}</span>
          <Mark price={onePrice} />
        </span>
        <span id={`${id}-both`}>
          <span>{messages.priceOfBoth(both, 2 * pairs)}</span>
          <Mark price={bothPrice} />
        </span>
      </p>
      <Button
        type="submit"
        variant="primary"
        size="large"
        isLoading={sending === "one"}
        title={useShortcut()}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        aria-describedby={`${id}-one`}
      >
        {messages.generate}
        <ButtonPrice>{onePrice && one}</ButtonPrice>
      </Button>
      <div className="flex gap-px">
        <Button
          className="min-h-10 flex-1 rounded-r-none"
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
        <TakesField form={form} />
      </div>
      {lastKnown && (
        <p className="text-center text-12 text-muted">
          {messages.pricesAsOf(formatMoment(lastKnown.at))}
        </p>
      )}
    </div>
  );
}

/** The price within a button, once it is known. Screen readers get it from the button's description. */
function ButtonPrice({ children }: { children: string | null }) {
  if (children === null) return null;
  return (
    <span aria-hidden="true" className="-ml-1 min-w-0 truncate font-semibold tabular-nums">
      {messages.buttonPrice(children)}
    </span>
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
