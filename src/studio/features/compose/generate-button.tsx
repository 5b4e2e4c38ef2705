import { useEffect, useId, useSyncExternalStore } from "react";
import { useWatch } from "react-hook-form";
import * as messages from "#messages/compose.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import type { ComposeFormHandle } from "./form.ts";
import { formPrice } from "./starters/form-price.ts";
import { amountText, type Price, usePrice } from "./use-price.ts";

interface GenerateButtonProps {
  form: ComposeFormHandle;
  /** For a button outside its form. */
  formId?: string;
  isSending: boolean;
  /** Shows the keyboard shortcut where there is a keyboard. */
  hasShortcut?: boolean;
  className?: string;
}

/** Sends one request, and says what it costs. */
export function GenerateButton(props: GenerateButtonProps) {
  const { form, formId, isSending, hasShortcut = false, className } = props;
  const id = useId();
  const mode = useWatch({ control: form.control, name: "mode" });
  const price = usePrice(form, mode);
  const amount = amountText(price) ?? messages.priceUnknown;
  const shortcut = useShortcut();
  useEffect(() => formPrice.set(amountText(price)), [price]);
  return (
    <>
      <Button
        type="submit"
        {...(formId !== undefined && { form: formId })}
        variant="primary"
        size="large"
        isLoading={isSending}
        title={shortcut}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        aria-describedby={id}
        className={className}
      >
        {messages.generate}
        <ButtonPrice>{price && amount}</ButtonPrice>
        {hasShortcut && shortcut !== undefined && (
          <span aria-hidden="true" className="text-12 font-normal pointer-coarse:hidden">
            {shortcut}
          </span>
        )}
      </Button>
      <span id={id} className="sr-only">
        <span>{messages.price} </span>
        <span>{amount}</span>
        <LastKnownMark price={price} />
      </span>
    </>
  );
}

/** The price within a button, once it is known. Screen readers get it from the button's description. */
export function ButtonPrice({ children }: { children: string | null }) {
  if (children === null) return null;
  return (
    <span aria-hidden="true" className="-ml-1 min-w-0 truncate font-semibold tabular-nums">
      {messages.buttonPrice(children)}
    </span>
  );
}

/** The last-known mark for screen readers. Each button is described by its own price. */
export function LastKnownMark({ price }: { price: Price | null }) {
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
