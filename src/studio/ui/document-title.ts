/** The page title: the current screen and the number of unseen outcomes. */

let title = "";
let newsCount = 0;

/** Sets the name of the current screen. */
export function setPageTitle(text: string): void {
  title = text;
  write();
}

/** Sets the number of unseen outcomes; 0 shows none. */
export function setNewsCount(count: number): void {
  newsCount = count;
  write();
}

function write(): void {
  const text = newsCount > 0 ? `(${newsCount}) ${title}` : title;
  if (document.title !== text) document.title = text;
}
