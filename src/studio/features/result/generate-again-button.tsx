import { useQuery } from "@tanstack/react-query";
import type { KirinRequest } from "#kirin/request.ts";
import { unitOf } from "#kirin/values/money.ts";
import * as messages from "#messages/result.ts";
import { quoteOptions } from "#studio/api/quote.ts";
import { formatMoney } from "#studio/format/money.ts";
import { Button } from "#studio/ui/buttons/button.tsx";

interface GenerateAgainButtonProps {
  request: KirinRequest;
  onPress: () => void;
  variant?: "primary" | "quiet";
}

/** Sends the same request again. Shows the price once it is known. */
export function GenerateAgainButton({ request, onPress, variant }: GenerateAgainButtonProps) {
  const { data } = useQuery(quoteOptions(request));
  const price =
    data?.ok === true && data.value.cost !== null
      ? formatMoney({ amount: data.value.cost, unit: unitOf(data.value.currency) })
      : null;
  return (
    <Button onClick={onPress} {...(variant && { variant })}>
      {price === null ? messages.generateAgain : messages.generateAgainFor(price)}
    </Button>
  );
}
