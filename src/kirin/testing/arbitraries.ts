/** Random valid requests for property tests. */
import fc from "fast-check";
import { ASPECT_RATIOS, DURATIONS, MODES, SOUNDS } from "#kirin/parameters.ts";
import type { KirinRequest } from "#kirin/request.ts";
import { countUnsendable } from "#kirin/values/text.ts";

const visibleText = (maxLength: number) =>
  fc
    .string({ unit: "binary", minLength: 1, maxLength })
    .filter((text) => text.trim() !== "" && countUnsendable(text) === 0);

/** Every combination of parameters that Kirin accepts. Unset parameters are absent. */
export const validRequest: fc.Arbitrary<KirinRequest> = fc
  .record(
    {
      prompt: visibleText(60),
      negative_prompt: visibleText(40),
      mode: fc.constantFrom(...MODES),
      sound: fc.constantFrom(...SOUNDS),
      aspect_ratio: fc.constantFrom(...ASPECT_RATIOS),
      duration: fc.constantFrom(...DURATIONS),
      watermark_info: fc.record({ enabled: fc.boolean() }),
      callback_url: fc.webUrl(),
      external_task_id: fc.uuid(),
    },
    { requiredKeys: ["prompt"] },
  )
  .map((request) =>
    request.sound === "on" && request.mode !== "pro" ? { ...request, sound: "off" } : request,
  );
