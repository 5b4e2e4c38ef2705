import type { ReactNode } from "react";

interface EmptyStateProps {
  /** Level of the title: 1 where it is the title of the whole screen. */
  level?: 1 | 2;
  title: string;
  detail?: ReactNode;
  /** What to do about it: usually one button or link. */
  action?: ReactNode;
}

/** What a screen shows when there is nothing to show yet: why, and what to do. */
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
