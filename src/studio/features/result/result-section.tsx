import { type ReactNode, useId } from "react";

interface ResultSectionProps {
  title: string;
  /** Shown to the right of the title, such as a copy button. */
  action?: ReactNode;
  children: ReactNode;
}

/** A section of the details under a small heading, separated by space and a hairline. */
export function ResultSection({ title, action, children }: ResultSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="border-t border-line pt-3">
      <div className="mb-1 flex min-h-8 items-center justify-between">
        <h2 id={id} className="text-13 font-medium">
          {title}
        </h2>
        {action}
      </div>
      {children}
    </section>
  );
}
