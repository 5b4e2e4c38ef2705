/** Words of the details beside a clip. */

export const modes = { std: "Standard", pro: "Pro" } as const;
export const seconds = (count: number) => `${count} s`;
export const sound = "Sound";
export const watermark = "Watermark";

export const cost = "Cost";
export const usage = "Usage";
export const metadata = "Metadata";
export const otherFields = "Also reported";
export const notReported = "Not reported";
export const notYet = "Known when it is done";
export const notCreated = "Nothing was created, nothing is charged.";
export const notCharged = "None reported. Kirin does not charge failed tasks.";
export const nothing = "Nothing";

export const download = "Download";
export const downloadClip = (number: number) => `Download clip ${number}`;
export const kept = "Kept on this device.";
export const fetching = "Being fetched to this device.";
export const notKept = (reason: string) => `Not on this device. ${reason}.`;
export const fetchedAgain = "It is tried again by itself.";
export const fetchAgain = "Fetch again";
export const useSettings = "Use these settings";
export const generateAgain = "Generate again";
export const generateAgainFor = (price: string) => `Generate again · ${price}`;
export const soundMissing =
  "Sound was requested and paid for, but Kirin's clip has no sound track.";
export const soundUnplayable =
  "This browser can't play the clip's sound. Download the clip to hear it in another player.";
export const comparePair = "Compare the pair";

export const request = "Request as sent";
export const requestToBeSent = "Request to be sent";
export const copyRequest = "Copy request";
export const showAll = "Show all";
export const showLess = "Show less";
export const entries = (count: number) => (count === 1 ? "1 value" : `${count} values`);

export const times = "Times";
export const asked = "Asked";
export const waited = "Waited in the queue";
export const rendered = "Rendered";
export const total = "Total";

export const ids = "IDs";
export const taskId = "Kirin's task";
export const externalTaskId = "Studio's task";
export const copyTaskId = "Copy Kirin's task ID";
export const copyExternalTaskId = "Copy the studio's task ID";
export const copied = "Copied";
