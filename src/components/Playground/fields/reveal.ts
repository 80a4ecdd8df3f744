/** Moves focus to an element, and unfolds whatever contains it. */
export function reveal(element: HTMLElement): void {
  for (
    let folded = element.closest('details:not([open])');
    folded instanceof HTMLDetailsElement;
    folded = element.closest('details:not([open])')
  ) {
    folded.open = true;
  }
  element.focus();
}
