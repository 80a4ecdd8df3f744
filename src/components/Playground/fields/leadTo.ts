import {reveal} from './reveal';

/** Brings the reader to the field at an address that a fault names, or to the nearest one around it that is shown. */
export function leadTo(form: HTMLElement | null, at: string): void {
  for (let address = at; address !== ''; address = address.slice(0, Math.max(0, address.lastIndexOf('/')))) {
    const field = form?.querySelector<HTMLElement>(`[data-at="${CSS.escape(address)}"]`);
    const control =
      field?.querySelector<HTMLElement>('input, select, textarea, [role=textbox], [data-control]') ??
      field?.querySelector<HTMLElement>('button') ??
      // Words alone, such as what is wrong with several fields together.
      (field?.hasAttribute('tabindex') ? field : undefined);
    if (control) {
      reveal(control);
      return;
    }
  }
}
