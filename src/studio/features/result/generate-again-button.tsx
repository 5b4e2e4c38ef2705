import { useQuery } from "@tanstack/react-query";
import type { KirinRequest } from "#kirin/request.ts";
import * as messages from "#messages/result.ts";
import { quoteOptions } from "#studio/api/quote.ts";
import { formatQuote } from "#studio/format/money.ts";
import { Button } from "#studio/ui/buttons/button.tsx";

interface GenerateAgainButtonProps {
  request: KirinRequest;
  onPress: () => void;
  variant?: "primary" | "quiet";
  className?: string;
}

/** Sends the same request again. Shows the price once it is known. */
export function GenerateAgainButton({
  request,
  onPress,
  variant,
  className,
}: GenerateAgainButtonProps) {
  const { data } = useQuery(quoteOptions(request));
  const price = formatQuote(data?.ok === true ? data.value : null);
  return (
    <Button onClick={onPress} className={className} {...(variant && { variant })}>
      {price === null ? messages.generateAgain : messages.generateAgainFor(price)}
    </Button>
  );
}
