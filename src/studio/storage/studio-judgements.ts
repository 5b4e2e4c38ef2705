/** The judgements of this browser. */
import { createJudgements } from "./judgements.ts";
import { tabChannel } from "./tab-channel.ts";

const CHANNEL_NAME = "kirin-studio-judgements";

/** IndexedDB, loaded when it is first needed. */
export const studioJudgements = createJudgements({
  openDatabase: async (onLost) => {
    const { openJudgementRows } = await import("./judgement-rows.ts");
    return openJudgementRows({ onLost });
  },
  channel: tabChannel(CHANNEL_NAME),
});
