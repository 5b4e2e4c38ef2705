/** Measures the Library inside the page. Every function uses nothing outside of itself, because it runs there. */

/** Resolves with the time from the start of the page until its first clip was painted. */
export function firstClipMs(): Promise<number> {
  return new Promise((resolve) => {
    const check = () => {
      if (document.querySelector("main article") === null) requestAnimationFrame(check);
      else requestAnimationFrame(() => resolve(performance.now()));
    };
    check();
  });
}

/** Clicks a link of the navigation and resolves with the time until `selector` matches and was painted. */
export function clickMs({ link, selector }: { link: string; selector: string }): Promise<number> {
  return new Promise((resolve) => {
    const links = [...document.querySelectorAll<HTMLElement>("nav a")];
    const start = performance.now();
    links.find(({ textContent }) => textContent === link)?.click();
    const check = () => {
      if (document.querySelector(selector) === null) requestAnimationFrame(check);
      else requestAnimationFrame(() => resolve(performance.now() - start));
    };
    check();
  });
}

export interface ScrollFigures {
  frames: number;
  longTasks: number[];
  mostNodes: number;
}

/** Scrolls from the top to the end of the page, one step per frame. */
export function scrollThrough(step: number): Promise<ScrollFigures> {
  return new Promise((resolve) => {
    const longTasks: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longTasks.push(Math.round(duration));
    });
    observer.observe({ type: "longtask" });
    const nodes = document.getElementsByTagName("*");
    let frames = 0;
    let mostNodes = 0;
    const next = () => {
      const before = window.scrollY;
      window.scrollBy(0, step);
      frames += 1;
      mostNodes = Math.max(mostNodes, nodes.length);
      if (window.scrollY > before) requestAnimationFrame(next);
      else {
        setTimeout(() => {
          observer.disconnect();
          resolve({ frames, longTasks, mostNodes });
        }, 200);
      }
    };
    next();
  });
}

/** Types a text into the search field and deletes it again. Resolves with the time from each key to its paint. */
export async function typeMs(text: string): Promise<number[]> {
  const field = document.querySelector<HTMLInputElement>("search input");
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
  const nextPaint = () =>
    new Promise<void>((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve();
        port2.postMessage(null);
      });
    });
  const values = Array.from({ length: text.length }, (_, index) => text.slice(0, index + 1));
  const times: number[] = [];
  for (const value of [...values, ...values.slice(0, -1).reverse(), ""]) {
    await new Promise((resolve) => setTimeout(resolve, 60));
    const start = performance.now();
    setValue?.call(field, value);
    field?.dispatchEvent(new Event("input", { bubbles: true }));
    await nextPaint();
    times.push(performance.now() - start);
  }
  return times;
}
