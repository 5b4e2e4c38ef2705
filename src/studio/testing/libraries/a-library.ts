/** Libraries as creators have them, from a seed: the same seed gives the same entries. For tests and benchmarks. */
import type { KirinRequest } from "#kirin/request.ts";
import type { EntryPhase, LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { aCompletedGeneration, anEntryIn } from "#studio/testing/fixtures.ts";
import { type SeededRandom, seededRandom } from "#testing/seeded-random.ts";

interface LibraryOptions {
  seed: number;
  count: number;
  /** When the newest generation was requested. */
  newestAt: string;
}

const SUBJECTS = [
  "A fox",
  "An old fisherman",
  "Two dancers",
  "A café waiter in a striped apron",
  "A paper boat",
  "Ein Straßenmusiker",
  "Une girafe élégante",
  "Một người đánh cá",
  "一只橙色的猫",
  "雨の中を走る少女",
  "한옥 마을의 등불",
  "سفينة شراعية قديمة",
  "Маяк на скале",
];
const SCENES = [
  "in deep snow, static camera",
  "under neon signs in the rain, slow dolly in",
  "at dusk beside a lighthouse, waves below",
  "on an empty beach, handheld",
  "in a greenhouse full of ferns, shallow depth of field",
  "夕暮れの海辺で、ゆっくりとパン",
  "在雪山脚下，镜头缓缓拉远",
  "zwischen Nebel und Morgenlicht",
];
const DETAILS = [
  "Soft rim light, film grain, muted greens and ochre.",
  "The camera starts wide and ends on the eyes. Nothing else moves.",
  "Wind in the clothes, dust in the light, a train passes far away.",
  "Shot on 35 mm, warm highlights, deep shadows.",
];
const NEGATIVES = ["blurry, text, watermark", "extra fingers", "jitter, cuts"];

/** The price of a second in cents of a dollar, by mode. Sound doubles it. */
const CENTS_PER_SECOND = { std: 4.2, pro: 8.4 } as const;

const PHASES: readonly (readonly [EntryPhase, number])[] = [
  ["completed", 900],
  ["failed", 50],
  ["refused", 25],
  ["withdrawn", 15],
  ["never-arrived", 5],
  ["lost", 5],
];

/** Entries newest first: single clips, pairs and takes, of several months, in the shapes and outcomes that occur. */
export function aLibrary({ seed, count, newestAt }: LibraryOptions): LibraryEntry[] {
  const random = seededRandom(seed, "library");
  const entries: LibraryEntry[] = [];
  let atMs = Date.parse(newestAt);
  while (entries.length < count) {
    const press = aPress(random, entries.length, atMs);
    entries.push(...press.slice(0, count - entries.length));
    // Minutes within a session, and a night or a week between two.
    const pauseMinutes = random.chance(0.92) ? random.between(1, 25) : random.between(600, 4000);
    atMs -= pauseMinutes * 60_000;
  }
  return entries;
}

/** The entries of one press of a button. */
function aPress(random: SeededRandom, number: number, atMs: number): LibraryEntry[] {
  const size = random.weighted([
    [1, 80],
    [2, 14],
    [4, 6],
  ]);
  const base = aRequest(random, number);
  return Array.from({ length: size }, (_, index) => {
    const mode = size === 1 ? (random.chance(0.35) ? "pro" : "std") : index % 2 ? "pro" : "std";
    const sound = mode === "pro" && random.chance(0.4) ? "on" : "off";
    const pairId = size === 1 ? null : `press-${number}`;
    const preparedAt = new Date(atMs - index).toISOString();
    return anEnd(
      random,
      { id: `clip-${number + index}`, pairId, preparedAt },
      { ...base, mode, sound },
    );
  });
}

function aRequest(random: SeededRandom, number: number): KirinRequest {
  const one = (texts: readonly string[]) => texts[random.int(0, texts.length - 1)] ?? "";
  const details = Array.from({ length: random.int(0, 3) }, () => one(DETAILS));
  return {
    // Numbered, so that a test can look for one of ten thousand.
    prompt: [`${one(SUBJECTS)} ${one(SCENES)}`, ...details, `Nr. ${number}`].join(" "),
    ...(random.chance(0.2) ? { negative_prompt: one(NEGATIVES) } : {}),
    duration: random.chance(0.25) ? "10" : "5",
    aspect_ratio: random.weighted([
      ["16:9", 60],
      ["9:16", 28],
      ["1:1", 12],
    ]),
  };
}

function anEnd(
  random: SeededRandom,
  row: Pick<LibraryEntry, "id" | "pairId" | "preparedAt">,
  request: KirinRequest,
): LibraryEntry {
  const phase = random.weighted(PHASES);
  const after = (seconds: number) =>
    new Date(Date.parse(row.preparedAt) + seconds * 1000).toISOString();
  const change = {
    ...row,
    request: { ...request, external_task_id: row.id },
    externalTaskId: row.id,
    queuedAt: row.preparedAt,
    sentAt: row.preparedAt,
    endedAt: after(random.between(50, 400)),
    seenAt: after(500),
  };
  if (phase !== "completed") return anEntryIn(phase, change);
  const generation = aCompletedGeneration({
    id: `kirin-${row.id}`,
    externalTaskId: row.id,
    usage: { cost: costOf(request), discount: 1 },
  });
  const isKept = random.chance(0.95);
  return anEntryIn(phase, { ...change, generation, clipsKeptAt: isKept ? after(450) : null });
}

function costOf({ mode = "std", sound, duration }: KirinRequest): string {
  const cents = CENTS_PER_SECOND[mode] * Number(duration) * (sound === "on" ? 2 : 1);
  return (cents / 100).toFixed(2);
}
