import { ChartNoAxesColumn, Columns2, LayoutGrid, Sparkles } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "wouter";
import * as messages from "#messages/shell.ts";
import { type Screen, useScreen } from "#studio/app/routes/use-screen.ts";
import { COMPARE_PATH, CREATE_PATH, LIBRARY_PATH, USAGE_PATH } from "#studio/domain/paths.ts";

/** Screens without a link of their own, and the screen whose link leads back from them. */
const PARENT_SCREENS: Partial<Record<Screen, Screen>> = { blind: "compare", takes: "compare" };

const ITEMS: readonly { screen: Screen; href: string; label: string; icon: ReactNode }[] = [
  { screen: "create", href: CREATE_PATH, label: messages.create, icon: <Sparkles size={18} /> },
  {
    screen: "library",
    href: LIBRARY_PATH,
    label: messages.library,
    icon: <LayoutGrid size={18} />,
  },
  { screen: "compare", href: COMPARE_PATH, label: messages.compare, icon: <Columns2 size={18} /> },
  {
    screen: "usage",
    href: USAGE_PATH,
    label: messages.usage,
    icon: <ChartNoAxesColumn size={18} />,
  },
];

/** Links to the four screens: in the top bar on wide screens, as tabs at the bottom on narrow ones. */
export function MainNavigation() {
  const { screen } = useScreen();
  const section = PARENT_SCREENS[screen] ?? screen;
  return (
    <nav
      aria-label={messages.navigation}
      className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-paper pb-[env(safe-area-inset-bottom)] md:static md:border-0 md:bg-transparent md:p-0"
    >
      <ul className="grid grid-cols-4 md:flex md:gap-1">
        {ITEMS.map((item) => (
          <li key={item.screen}>
            <Link
              href={item.href}
              aria-current={item.screen === section ? "page" : undefined}
              className="flex h-14 flex-col items-center justify-center gap-0.5 text-12 font-medium text-muted transition-colors duration-100 -outline-offset-2 hover:text-ink aria-[current]:text-ink md:h-8 md:rounded-6 md:px-3 md:pointer-coarse:h-11 md:text-13 md:outline-offset-2 md:hover:bg-hover md:aria-[current]:bg-pressed"
            >
              <span className="md:hidden">{item.icon}</span>
              <span>{item.label}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
