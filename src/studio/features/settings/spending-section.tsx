import { useState } from "react";
import { toDecimal } from "#kirin/values/decimal.ts";
import { unitOf } from "#kirin/values/money.ts";
import { unitName } from "#messages/money.ts";
import * as messages from "#messages/settings.ts";
import { readLastQuotes } from "#studio/api/last-quotes.ts";
import { preferences } from "#studio/preferences/preferences.ts";
import { useStore } from "#studio/store/use-store.ts";
import { Switch } from "#studio/ui/forms/switch.tsx";
import { TextField } from "#studio/ui/forms/text-field.tsx";
import { SettingsSection } from "./settings-section.tsx";

/** Offered when the switch is turned on. */
const FIRST_AMOUNT = "1.00";

/** Whether a press that costs more than an amount asks first. */
export function SpendingSection() {
  const askAbove = useStore(preferences, (state) => state.askAbove);
  return (
    <SettingsSection title={messages.spending}>
      <Switch
        label={messages.ask}
        hint={messages.askHint}
        checked={askAbove !== null}
        onChange={({ currentTarget }) =>
          preferences.set({
            askAbove: currentTarget.checked ? { amount: FIRST_AMOUNT, unit: latestUnit() } : null,
          })
        }
      />
      {askAbove !== null && <AmountField {...askAbove} />}
    </SettingsSection>
  );
}

/** Stores an amount as soon as it is one. What is typed until then stays in the field. */
function AmountField({ amount, unit }: { amount: string; unit: string }) {
  const [typed, setTyped] = useState(amount);
  const isValid = parseAmount(typed) !== null;
  return (
    <TextField
      label={messages.askAbove(unitName(unit, amount))}
      inputMode="decimal"
      autoComplete="off"
      dir="ltr"
      className="max-w-32 tabular-nums"
      value={typed}
      {...(isValid ? {} : { error: messages.amountInvalid })}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        const parsed = parseAmount(value);
        if (parsed !== null) preferences.set({ askAbove: { amount: parsed, unit } });
      }}
    />
  );
}

/** The unit of the latest price, or USD if none is known. */
function latestUnit(): string {
  return unitOf(readLastQuotes()[0]?.currency);
}

/** A decimal of zero or more. A comma counts as the decimal point. Null if it is none. */
function parseAmount(text: string): string | null {
  const decimal = toDecimal(text.trim().replace(/^(\d+),(\d{1,2})$/, "$1.$2"));
  return decimal === null || decimal.startsWith("-") ? null : decimal;
}
