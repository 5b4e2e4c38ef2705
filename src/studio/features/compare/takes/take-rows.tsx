import type { SheetPlayer } from "#comparison/takes/sheet-player.ts";
import { modes } from "#messages/common.ts";
import type { Take } from "#studio/domain/life/pairs.ts";
import { classes } from "#studio/ui/classes.ts";
import { TakeCard } from "./take-card.tsx";
import type { TakeTrouble } from "./take-sheet.ts";
import type { Placed } from "./takes-order.ts";

interface TakeRowsProps {
  takes: readonly Take[];
  player: SheetPlayer;
  placed: readonly Placed[];
  troubles: ReadonlyMap<string, TakeTrouble>;
  pickedIds: readonly string[];
  onPick: (id: string) => void;
  onTryAgain: (id: string) => void;
}

/** Portrait takes are narrow enough for both modes' rows to fit side by side. */
const PORTRAIT = "9:16";
const COLUMNS: Readonly<Record<number, string>> = { 3: "lg:grid-cols-3", 4: "lg:grid-cols-4" };

/** One row of takes per mode. Short rows are placed side by side if there is room. */
export function TakeRows(props: TakeRowsProps) {
  const { takes, player, placed, troubles, pickedIds, onPick, onTryAgain } = props;
  const takesPerMode = Math.max(...takes.map(({ number }) => number));
  const isPortrait = takes.some(({ entry }) => entry.request.aspect_ratio === PORTRAIT);
  return (
    <div
      className={classes(
        "grid gap-2 sm:gap-4",
        (takesPerMode < 3 || isPortrait) && "lg:grid-cols-2",
      )}
    >
      {(["std", "pro"] as const).map((mode) => (
        <ul
          key={mode}
          aria-label={modes[mode]}
          className={classes(
            "grid grid-cols-2 content-start gap-2 sm:gap-4 empty:hidden",
            COLUMNS[takesPerMode] ?? "",
          )}
        >
          {takes
            .filter((take) => take.mode === mode)
            .map((take) => (
              <TakeCard
                key={take.entry.id}
                take={take}
                player={player}
                placed={placed.find(({ id }) => id === take.entry.id)}
                trouble={troubles.get(take.entry.id)}
                isPicked={pickedIds.includes(take.entry.id)}
                onPick={() => onPick(take.entry.id)}
                onTryAgain={() => onTryAgain(take.entry.id)}
              />
            ))}
        </ul>
      ))}
    </div>
  );
}
