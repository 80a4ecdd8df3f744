/** Moves focus to an element, and unfolds what it is folded into. */
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

/** Brings the reader to the field at an address that a fault names, or to the nearest one around it that is shown. */
export function leadTo(form: HTMLElement | null, at: string): void {
  for (let address = at; address !== ''; address = address.slice(0, Math.max(0, address.lastIndexOf('/')))) {
    const field = form?.querySelector(`[data-at="${CSS.escape(address)}"]`);
    const control =
      field?.querySelector<HTMLElement>('input, select, textarea, [role=textbox], [data-control]') ??
      field?.querySelector<HTMLElement>('button');
    if (control) {
      reveal(control);
      return;
    }
  }
}
