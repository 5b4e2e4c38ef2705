import type { KirinRequest } from "#kirin/request.ts";
import * as messages from "#messages/compose.ts";
import { classes } from "#studio/ui/classes.ts";
import { STARTERS } from "./starters.ts";

/**
 * The stage before the first clip: an invitation and three example prompts, each with a drawing in its aspect ratio.
 */
export function FirstRun({ onUseSettings }: { onUseSettings: (request: KirinRequest) => void }) {
  return (
    <div className="first-run mx-auto flex w-full max-w-4xl flex-col justify-center gap-5 p-4 sm:gap-8 sm:p-8">
      <div className="grid gap-1 text-balance sm:text-center">
        <h2 className="text-20 font-semibold tracking-tight sm:text-28">
          {messages.firstRunTitle}
        </h2>
        <p className="text-13 text-on-stage-muted sm:text-14">{messages.firstRunDetail}</p>
      </div>
      <ul className="flex items-start justify-center gap-3 sm:gap-5">
        {STARTERS.map(({ name, picture, shape, request }) => (
          <li key={name} className={classes("min-w-0 basis-0", shape.grow)}>
            <button
              type="button"
              aria-label={messages.tryStarter(name)}
              title={messages.tryStarter(name)}
              onClick={() => onUseSettings(request)}
              className="group grid w-full gap-2 rounded-6 text-left"
            >
              <img
                src={picture}
                alt=""
                className={classes(
                  "w-full rounded-6 bg-on-stage/10 transition-transform duration-150 group-hover:scale-[1.015]",
                  shape.aspect,
                )}
              />
              <span className="hidden h-10 text-13 text-on-stage-muted group-hover:text-on-stage sm:block">
                {name}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
