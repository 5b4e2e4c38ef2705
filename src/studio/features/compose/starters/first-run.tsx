import { useQuery } from "@tanstack/react-query";
import { type KirinRequest, resolveRequest } from "#kirin/request.ts";
import * as common from "#messages/common.ts";
import * as messages from "#messages/compose.ts";
import { quoteOptions } from "#studio/api/quote.ts";
import { formatQuote } from "#studio/format/money.ts";
import { useStore } from "#studio/store/use-store.ts";
import { classes } from "#studio/ui/classes.ts";
import { formPrice } from "./form-price.ts";
import { STARTERS, type Starter } from "./starters.ts";

interface FirstRunProps {
  /** Whether there is no clip yet. */
  isFirst: boolean;
  onUseSettings: (request: KirinRequest) => void;
}

/**
 * The stage before the first clip and before a new one: an invitation and three example prompts, each with a drawing in its aspect ratio.
 */
export function FirstRun({ isFirst, onUseSettings }: FirstRunProps) {
  return (
    <div
      className={classes(
        // Hidden while the library of a returning creator is loading.
        isFirst && "first-run",
        "mx-auto flex w-full max-w-4xl flex-col justify-center gap-5 p-4 sm:gap-8 sm:p-8",
      )}
    >
      <div className="grid gap-1 text-balance sm:text-center">
        <h2 className="text-20 font-semibold tracking-tight sm:text-28">
          {isFirst ? messages.firstRunTitle : messages.nextRunTitle}
        </h2>
        <p className="text-13 text-on-stage-muted sm:text-14">{messages.firstRunDetail}</p>
      </div>
      <ul className="flex items-start justify-center gap-3 sm:gap-5">
        {STARTERS.map((starter) => (
          <li key={starter.name} className={classes("min-w-0 basis-0", starter.shape.grow)}>
            <StarterButton starter={starter} onTake={() => onUseSettings(starter.request)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** An example with what it costs, because taking it may change the price of Generate. */
function StarterButton({ starter, onTake }: { starter: Starter; onTake: () => void }) {
  const { name, picture, shape, request } = starter;
  const { data } = useQuery(quoteOptions(request));
  const price = formatQuote(data?.ok === true ? data.value : null);
  const before = useStore(formPrice, (current) => current);
  const { mode, durationSeconds, sound } = resolveRequest(request);
  const settings = [common.modes[mode], common.seconds(durationSeconds)];
  if (sound) settings.push(common.sound);
  return (
    <button
      type="button"
      title={messages.tryStarter(name)}
      onClick={onTake}
      className="group relative grid w-full gap-2 rounded-6 text-left"
    >
      <img
        src={picture}
        alt=""
        className={classes(
          "w-full rounded-6 bg-on-stage/10 transition-transform duration-150 group-hover:scale-[1.015]",
          shape.aspect,
        )}
      />
      <span className="text-13 text-on-stage-muted group-hover:text-on-stage sm:min-h-15">
        <span className="block max-sm:sr-only">{name}</span>
        <span className="text-12">
          <span className="hidden sm:block">{messages.starterSettings(settings)}</span>
          {/* Keeps its place while the price is on its way. */}
          <span className="block min-h-4 tabular-nums">
            <span>{price}</span>{" "}
            {price !== null && before !== null && price !== before && (
              <span className="max-sm:sr-only">{messages.insteadOf(before)}</span>
            )}
          </span>
        </span>
      </span>
    </button>
  );
}
