import { lazy, Suspense } from "react";
import { useWatch } from "react-hook-form";
import * as common from "#messages/common.ts";
import * as messages from "#messages/compose.ts";
import type { ComposeFormHandle } from "#studio/features/compose/form.ts";
import { useEntries } from "#studio/storage/library/use-library.ts";
import { CountedField } from "./counted-field.tsx";

/** Loaded with the first text, or once there are earlier prompts. */
const PromptTools = lazy(async () => ({
  default: (await import("./prompt-tools.tsx")).PromptTools,
}));

/** The prompt, which grows with its text, and its tools. */
export function PromptField({ form }: { form: ComposeFormHandle }) {
  const isEmpty = useWatch({
    control: form.control,
    name: ["prompt", "negative_prompt"],
    compute: (texts: readonly string[]) => texts.every((text) => text === ""),
  });
  const hasEarlier = useEntries().length > 0;
  return (
    <CountedField
      form={form}
      name="prompt"
      label={common.prompt}
      placeholder={messages.promptPlaceholder}
      className="max-h-[60dvh] min-h-24 taller:min-h-40"
      tools={
        (!isEmpty || hasEarlier) && (
          <Suspense fallback={null}>
            <PromptTools form={form} />
          </Suspense>
        )
      }
    />
  );
}
