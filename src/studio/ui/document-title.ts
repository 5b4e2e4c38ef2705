/** The page's title: what is on the screen, and how much news there is. */

let title = "";
let newsCount = 0;

/** Names what is on the screen. */
export function setPageTitle(text: string): void {
  title = text;
  write();
}

/** Says how much the creator has not seen yet; 0 says nothing. */
export function setNewsCount(count: number): void {
  newsCount = count;
  write();
}

function write(): void {
  const text = newsCount > 0 ? `(${newsCount}) ${title}` : title;
  if (document.title !== text) document.title = text;
}
