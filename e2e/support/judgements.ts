/** The saved judgements. The page shows a change before it is saved, so a journey waits for it before it leaves the page. */
import type { Page } from "@playwright/test";
import type { Judgement, Verdict } from "#studio/domain/judging/judgement.ts";

/** Reads every row. */
export function savedJudgements(page: Page): Promise<Judgement[]> {
  return page.evaluate(
    () =>
      new Promise<Judgement[]>((resolve, reject) => {
        const opening = indexedDB.open("kirin-studio");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result
            .transaction("judgements")
            .objectStore("judgements")
            .getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result);
          };
        };
      }),
  );
}

/** The blind or the open verdict on the only pair. Null if there is none. */
export async function savedVerdict(page: Page, how: "blind" | "open"): Promise<Verdict | null> {
  for (const judgement of await savedJudgements(page)) {
    if (judgement.kind === "verdict" && judgement.isBlind === (how === "blind")) return judgement;
  }
  return null;
}

/** Deletes all judgements. */
export async function forgetJudgements(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("kirin-studio");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const clearing = opening.result.transaction("judgements", "readwrite");
          clearing.objectStore("judgements").clear();
          clearing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
}
