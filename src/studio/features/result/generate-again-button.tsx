import { useQuery } from "@tanstack/react-query";
import type { KirinRequest } from "#kirin/request.ts";
import { quoteOptions } from "#studio/api/quote.ts";
import { formatUsd } from "#studio/domain/money.ts";
import { Button } from "#studio/ui/button.tsx";
import * as words from "#words/result.ts";

interface GenerateAgainButtonProps {
  request: KirinRequest;
  onPress: () => void;
  variant?: "primary" | "quiet";
}

/** Makes the same clip anew, and names what that costs as soon as it is known. */
export function GenerateAgainButton({ request, onPress, variant }: GenerateAgainButtonProps) {
  const { data } = useQuery(quoteOptions(request));
  const { cost, currency } = data?.ok === true ? data.value : { cost: null, currency: "" };
  const price =
    cost === null || currency === "USD" ? cost && formatUsd(cost) : `${cost} ${currency}`;
  return (
    <Button onClick={onPress} {...(variant && { variant })}>
      {price === null ? words.generateAgain : words.generateAgainFor(price)}
    </Button>
  );
}
