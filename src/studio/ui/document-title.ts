/** The page title: the current screen and the number of unseen outcomes. */

let title = "";
let unseenCount = 0;

/** Sets the name of the current screen. */
export function setPageTitle(text: string): void {
  title = text;
  write();
}

/** Sets the number of unseen outcomes; 0 shows none. */
export function setUnseenCount(count: number): void {
  unseenCount = count;
  write();
}

function write(): void {
  const text = unseenCount > 0 ? `(${unseenCount}) ${title}` : title;
  if (document.title !== text) document.title = text;
}
