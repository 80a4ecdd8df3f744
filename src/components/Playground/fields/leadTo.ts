import {reveal} from './reveal';

/**
 * Moves the reader to the field at an address that a fault names, or to the nearest visible one around it; if there are
 * several addresses, to the first in the form. False if none is visible.
 */
export function leadTo(form: HTMLElement | null, ...places: readonly string[]): boolean {
  const [first] = places
    .flatMap(at => controlAt(form, at) ?? [])
    .toSorted((one, other) =>
      one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    );
  if (first) {
    reveal(first);
  }
  return first !== undefined;
}

function controlAt(form: HTMLElement | null, at: string): HTMLElement | undefined {
  for (let address = at; address !== ''; address = address.slice(0, Math.max(0, address.lastIndexOf('/')))) {
    const field = form?.querySelector<HTMLElement>(`[data-at="${CSS.escape(address)}"]`);
    const control =
      field?.querySelector<HTMLElement>('input, select, textarea, [role=textbox], [data-control]') ??
      field?.querySelector<HTMLElement>('button') ??
      // Text that can take focus, such as what is wrong with several fields together.
      (field?.hasAttribute('tabindex') ? field : undefined);
    if (control) {
      return control;
    }
  }
  return undefined;
}
