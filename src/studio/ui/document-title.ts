/** The page title: the clip on the page or else the current screen, and the number of unseen outcomes. */

let screenTitle = "";
let clipTitle: string | null = null;
let unseenCount = 0;

/** Sets the name of the current screen. */
export function setPageTitle(text: string): void {
  screenTitle = text;
  write();
}

/** Sets the title of the clip whose page this is; it replaces that of the screen. Returns a disposer. */
export function showClipTitle(text: string): () => void {
  clipTitle = text;
  write();
  return () => {
    clipTitle = null;
    write();
  };
}

/** Sets the number of unseen outcomes; 0 shows none. */
export function setUnseenCount(count: number): void {
  unseenCount = count;
  write();
}

function write(): void {
  const title = clipTitle ?? screenTitle;
  const text = unseenCount > 0 ? `(${unseenCount}) ${title}` : title;
  if (document.title !== text) document.title = text;
}
