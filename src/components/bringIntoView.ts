/**
 * Scrolls an element into view, as little as possible, once its content has been painted. Growing and scrolling in the
 * same frame would count as a layout shift of everything below (Layout Instability API).
 */
export function bringIntoView(element: Element | null): void {
  // The first callback runs before the next paint, the second after it.
  requestAnimationFrame(() => requestAnimationFrame(() => element?.scrollIntoView({block: 'nearest'})));
}
