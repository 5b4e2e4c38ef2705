import type { MomentName } from "#comparison/measures/moments.ts";
import * as messages from "#messages/measures.ts";
import { MeasureSection } from "./measure-section.tsx";

/** Lists briefly the kinds of moments that neither clip has. */
export function NotFound({ names }: { names: readonly MomentName[] }) {
  return (
    <MeasureSection title={messages.notFound} description={messages.notFoundDescription}>
      <dl className="grid gap-x-10 gap-y-3 text-13 sm:grid-cols-2">
        {names.map((name) => (
          <div key={name}>
            <dt className="font-medium">{messages.moments[name].title}</dt>
            <dd className="text-muted text-pretty">{messages.moments[name].description}</dd>
          </div>
        ))}
      </dl>
    </MeasureSection>
  );
}
