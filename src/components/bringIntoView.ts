/**
 * Scrolls an element into view, no further than needed, once what it holds has been painted. Growth and scrolling in one
 * frame would count as a layout shift of all that comes after it (Layout Instability API), as if it had moved by itself.
 */
export function bringIntoView(element: Element | null): void {
  // The first callback runs before the next paint, the second after it.
  requestAnimationFrame(() => requestAnimationFrame(() => element?.scrollIntoView({block: 'nearest'})));
}
