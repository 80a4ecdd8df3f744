import {reveal} from './reveal';

/**
 * Brings the reader to the field at an address that a fault names, or to the nearest one around it that is shown; of several
 * addresses to the one whose field comes first in the form. False where none is shown.
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
      // Words alone, such as what is wrong with several fields together.
      (field?.hasAttribute('tabindex') ? field : undefined);
    if (control) {
      return control;
    }
  }
  return undefined;
}
