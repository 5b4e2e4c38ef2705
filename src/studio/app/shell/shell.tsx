import { lazy, type ReactNode, Suspense, useSyncExternalStore } from "react";
import * as messages from "#messages/shell.ts";
import { findBrowserLimits } from "#studio/storage/browser-limits.ts";
import { Announcer } from "#studio/ui/announcer.tsx";
import { Toaster } from "#studio/ui/overlays/toaster.tsx";
import { SignInHost } from "../sign-in/sign-in-host.tsx";
import { BrandMark } from "./brand-mark.tsx";
import { MainNavigation } from "./main-navigation.tsx";
import { Notices } from "./notices.tsx";
import { SettingsButton } from "./settings-button.tsx";
import { ShortcutSheetHost } from "./shortcut-sheet-host.tsx";
import { UpstreamBadge } from "./upstream-badge.tsx";
import { useFocusKeeper } from "./use-focus-keeper.ts";
import { useScreenChange } from "./use-screen-change.ts";

/** Loaded only by browsers with limits, which are few. */
const BrowserLimitsNote = lazy(async () => ({
  default: (await import("./browser-limits-note.tsx")).BrowserLimitsNote,
}));

const neverChanges = () => () => {};
let hasLimits: boolean | undefined;

/** Whether this browser has limits, determined once per page. */
function readHasLimits(): boolean {
  hasLimits ??= findBrowserLimits().length > 0;
  return hasLimits;
}

/** The frame around every screen: top bar, navigation and notices. */
export function Shell({ children }: { children: ReactNode }) {
  useScreenChange();
  useFocusKeeper();
  // Unknown during prerendering.
  const isLimited = useSyncExternalStore(neverChanges, readHasLimits, () => false);
  return (
    <div className="flex min-h-dvh flex-col pb-(--tab-bar) md:has-data-full-height:h-dvh has-data-window-height:h-dvh has-data-window-height:min-h-120 sm:has-data-window-height:min-h-152">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-40 focus:rounded-6 focus:bg-raised focus:px-3 focus:py-2 focus:text-13"
      >
        {messages.skipToContent}
      </a>
      <header className="flex h-(--top-bar) shrink-0 items-center gap-3 border-b border-line px-4 header-with-tabs">
        <div className="flex items-center gap-2.5">
          <BrandMark size={22} />
          <span className="text-14 font-semibold tracking-tight whitespace-nowrap max-[22.5rem]:sr-only">
            {messages.productName}
          </span>
        </div>
        <div className="md:ml-3">
          <MainNavigation />
        </div>
        {/* Fills the bar, so that nothing moves when the badge arrives. */}
        <div className="flex flex-1 items-center justify-end gap-3 self-stretch">
          <UpstreamBadge />
          <SettingsButton />
        </div>
      </header>
      <Notices />
      <SignInHost />
      <Suspense fallback={null}>{isLimited && <BrowserLimitsNote />}</Suspense>
      {/* Before the content, so that its action is one Shift+Tab away from the prompt. */}
      <Toaster closeLabel={messages.dismiss} />
      <main id="content" tabIndex={-1} className="flex min-h-0 flex-1 flex-col">
        {children}
      </main>
      <Announcer />
      <ShortcutSheetHost />
    </div>
  );
}
