/** Messages for the question before money is spent. */
import { counted } from "./common.ts";

export const spendTitle = (price: string) => `Spend ${price}?`;
export const spendUnknownTitle = "Spend without knowing the price?";
export const spendDetail = (clips: number, limit: string) =>
  `This makes ${counted(clips, "clip", "clips")}. You asked to confirm anything above ${limit}; you can change that in Settings.`;
export const spendConfirm = (price: string) => `Spend ${price}`;
export const spendUnknownConfirm = "Send anyway";
