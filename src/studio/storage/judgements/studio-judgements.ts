/** The judgements store of this browser. */

import { tabChannel } from "#studio/storage/database/tab-channel.ts";
import { createJudgements } from "./judgements.ts";

const CHANNEL_NAME = "kirin-studio-judgements";

/** IndexedDB is loaded on first use. */
export const studioJudgements = createJudgements({
  openDatabase: async (onLost) => {
    const { openJudgementRows } = await import("./judgement-rows.ts");
    return openJudgementRows({ onLost });
  },
  channel: tabChannel(CHANNEL_NAME),
});
