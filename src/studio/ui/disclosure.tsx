import { ChevronRight } from "lucide-react";
import type { ReactEventHandler, ReactNode, Ref } from "react";
import { classes } from "./classes.ts";

interface DisclosureProps {
  summary: string;
  ref?: Ref<HTMLDetailsElement>;
  onToggle?: ReactEventHandler<HTMLDetailsElement>;
  className?: string;
  children: ReactNode;
}

/** A native `details` element for optional content. */
export function Disclosure({ summary, ref, onToggle, className, children }: DisclosureProps) {
  return (
    <details ref={ref} onToggle={onToggle} className={classes("group", className)}>
      <summary className="-mx-1 inline-flex min-h-8 cursor-pointer list-none items-center gap-1 rounded-6 pr-2 text-13 font-medium text-muted hover:text-ink pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          size={16}
          className="transition-transform duration-100 group-open:rotate-90 motion-reduce:transition-none"
        />
        <span className="contents">{summary}</span>
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}
