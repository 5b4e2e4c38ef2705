import type { ReactNode } from "react";

interface EmptyStateProps {
  /** Heading level: 1 if it is the title of the whole screen. */
  level?: 1 | 2;
  title: string;
  detail?: ReactNode;
  /** Usually one button or link. */
  action?: ReactNode;
}

/** Shown when a screen has no content yet: why, and what to do. */
export function EmptyState({ level = 2, title, detail, action }: EmptyStateProps) {
  const Title = level === 1 ? "h1" : "h2";
  return (
    <div className="mx-auto grid max-w-md justify-items-center gap-2 px-4 py-16 text-center text-balance">
      <Title className="text-16 font-semibold">{title}</Title>
      {detail && <p className="text-14 text-muted">{detail}</p>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
