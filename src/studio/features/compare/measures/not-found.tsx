import type { FindingName } from "#comparison/measures/findings.ts";
import * as messages from "#messages/measures.ts";
import { MeasureSection } from "./measure-section.tsx";

/** Lists briefly the kinds of findings that neither clip has. */
export function NotFound({ names }: { names: readonly FindingName[] }) {
  return (
    <MeasureSection title={messages.notFound} description={messages.notFoundDescription}>
      <dl className="grid gap-3 text-13">
        {names.map((name) => (
          <div key={name}>
            <dt className="font-medium">{messages.findings[name].title}</dt>
            <dd className="text-muted text-pretty">{messages.findings[name].description}</dd>
          </div>
        ))}
      </dl>
    </MeasureSection>
  );
}
