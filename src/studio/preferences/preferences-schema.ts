/** The creator's preferences in this browser, as they are stored and as the studio reads them. */
import * as z from "zod/mini";
import { isDecimalString } from "#kirin/values/decimal.ts";
import { draftSchema } from "#studio/domain/submit/request-draft.ts";
import { SPEEDS } from "#studio/ui/playback/settings/speeds.ts";

/**
 * Version of the stored form. A new field needs no new version: it has its default until it is stored. A field whose
 * meaning changes gets a new name, so that tabs with another version of the studio never misread it.
 */
export const PREFERENCES_VERSION = 1;

const THEMES = ["system", "light", "dark"] as const;

/** What an empty form starts with. */
const formDefaultsSchema = z.pick(draftSchema, {
  mode: true,
  sound: true,
  aspect_ratio: true,
  duration: true,
  watermark: true,
});
const FORM_DEFAULTS = z.parse(formDefaultsSchema, {});

/** Whether the speed menus have this speed. */
function isOffered(speed: number): boolean {
  return SPEEDS.some((offered) => offered === speed);
}

/** The tabs of Compare's panel, in order. */
export const PANEL_TABS = ["facts", "judge", "measures", "export"] as const;
export type PanelTab = (typeof PANEL_TABS)[number];

/** A decimal string and its unit, as prices have them. */
const amountSchema = z.object({
  amount: z.string().check(z.refine(isDecimalString)),
  unit: z.string(),
});

/** Each unreadable field falls back to its default; the others are kept. */
const preferencesSchema = z.object({
  theme: z.catch(z.enum(THEMES), "system"),
  /** Whether a clip plays by itself, without sound, when it is shown. */
  isAutoplaying: z.catch(z.boolean(), true),
  /** Whether the player loops. */
  isLooping: z.catch(z.boolean(), true),
  /** Whether comparisons loop. */
  isComparisonLooping: z.catch(z.boolean(), false),
  /** Whether Compare's panel is open where it is docked beside the pictures. */
  isPanelOpen: z.catch(z.boolean(), true),
  panelTab: z.catch(z.enum(PANEL_TABS), "facts"),
  isMuted: z.catch(z.boolean(), false),
  /** 0 to 1. */
  volume: z.catch(z.number().check(z.minimum(0), z.maximum(1)), 1),
  /** 1 is normal speed. */
  speed: z.catch(z.number().check(z.refine(isOffered)), 1),
  formDefaults: z.catch(formDefaultsSchema, FORM_DEFAULTS),
  /** A press that costs more asks first. Null to never ask. */
  askAbove: z.catch(z.nullable(amountSchema), null),
  /** Whether notifications are shown where the browser permits them. */
  areNotificationsOn: z.catch(z.boolean(), true),
  /** Whether single-character shortcuts act (WCAG 2.2, 2.1.4). */
  areShortcutsOn: z.catch(z.boolean(), true),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** The preferences of a new browser. */
export const DEFAULT_PREFERENCES: Preferences = z.parse(preferencesSchema, {});

const storedSchema = z.looseObject({ version: z.catch(z.number(), PREFERENCES_VERSION) });
/** The stored form with all its fields, including those of newer versions. */
export type StoredPreferences = z.infer<typeof storedSchema>;

/** Parses stored text. Null if there is none or it is damaged. */
export function parseStored(text: string | null): StoredPreferences | null {
  try {
    return z.parse(storedSchema, JSON.parse(text ?? "null"));
  } catch {
    return null;
  }
}

/** The preferences in a stored form. */
export function toPreferences(stored: StoredPreferences | null): Preferences {
  return z.parse(preferencesSchema, stored ?? {});
}
