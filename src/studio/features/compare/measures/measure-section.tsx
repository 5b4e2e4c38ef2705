import { type ReactNode, useId } from "react";

interface MeasureSectionProps {
  title: string;
  /** What the measure means, and what it does not. */
  description: string;
  children: ReactNode;
}

/** One measure: its title, its explanation and its results. */
export function MeasureSection({ title, description, children }: MeasureSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-2 border-t border-line pt-4">
      <div className="grid content-start gap-1">
        <h2 id={id} className="text-14 font-semibold">
          {title}
        </h2>
        <p className="text-13 text-muted text-pretty">{description}</p>
      </div>
      <div className="grid min-w-0 content-start gap-2">{children}</div>
    </section>
  );
}
