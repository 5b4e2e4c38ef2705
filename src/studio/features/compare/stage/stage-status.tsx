import type { DamagedFrames } from "#comparison/decode/damage.ts";
import type { ComparisonState } from "#comparison/engine/comparison.ts";
import { damageTimes } from "#comparison/engine/damage-place.ts";
import type { ClipMedia } from "#comparison/media/clip-media.ts";
import { SIDES } from "#comparison/sides.ts";
import { formatDecimal, paragraph } from "#messages/common.ts";
import * as messages from "#messages/compare-stage.ts";
import { useStore } from "#studio/store/use-store.ts";
import { Spinner } from "#studio/ui/spinner.tsx";
import { useStage } from "./use-stage.ts";

/** Shows why the picture is not up to date: frames still decoding, damaged frames, or a failed decoder. */
export function StageStatus() {
  const { names } = useStage();
  const isWaiting = useComparisonState((state) => !state.isReady || state.isBuffering);
  const failedSide = useComparisonState((state) => state.failedSide);
  if (failedSide) {
    return (
      <p
        role="alert"
        className="absolute inset-x-4 bottom-4 mx-auto w-fit rounded-6 bg-stage/80 px-3 py-2 text-center text-13"
      >
        {messages.failed(names[failedSide])}
      </p>
    );
  }
  return (
    <>
      {isWaiting && (
        <div className="pointer-events-none absolute inset-0 grid place-items-center">
          <Spinner className="size-8 opacity-80 transition-opacity delay-300 starting:opacity-0" />
        </div>
      )}
      <DamageStatus />
    </>
  );
}

/** Up to this many damaged parts of a clip are described individually. */
const DESCRIBED_MAX = 2;

/** Describes the damaged parts of the clips found so far. */
function DamageStatus() {
  const { names, isBlind, model } = useStage();
  const damage = useComparisonState((state) => state.damage);
  const { media } = model.compared.comparison;
  const sentences = SIDES.flatMap((side) =>
    damageSentences(isBlind ? messages.oneClip : names[side], media[side], damage[side]),
  );
  // Sort, because the order of the sides would reveal which clip is damaged.
  if (isBlind) sentences.sort();
  return (
    <div
      role="status"
      className="pointer-events-none absolute inset-x-4 bottom-4 mx-auto w-fit rounded-6 bg-stage/80 px-3 py-2 text-center text-13 empty:hidden"
    >
      {sentences.length > 0 && <p>{paragraph(...sentences, messages.damagedStandIn)}</p>}
    </div>
  );
}

function damageSentences(
  name: string,
  media: ClipMedia,
  damage: readonly DamagedFrames[],
): readonly string[] {
  if (damage.length > DESCRIBED_MAX) return [messages.damagedInPlaces(name, damage.length)];
  return damage.map(({ first, last }) => {
    const times = damageTimes(media, { first, last });
    return messages.damaged(name, {
      fromS: formatDecimal(times.fromS, 2),
      toS: formatDecimal(times.toS, 2),
      first: first + 1,
      last: last + 1,
      isToEnd: last === media.frameCount - 1,
    });
  });
}

function useComparisonState<Part>(pick: (state: ComparisonState) => Part): Part {
  const { comparison } = useStage().model.compared;
  return useStore(comparison, pick);
}
