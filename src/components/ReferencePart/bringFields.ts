import {translate} from '@docusaurus/Translate';

/** An attribute of elements that load fields when opened: the address of the page, and which of its lists to show. */
const AT = 'data-fields-at';
const DIRECTION = 'data-direction';

/**
 * Loads fields from their own page when a reader unfolds them; until then, and if they do not load, a link to that page
 * is shown.
 */
export function bringFieldsInto(root: Element): () => void {
  const onToggle = ({target}: Event): void => {
    if (target instanceof HTMLDetailsElement && target.open && target.hasAttribute(AT)) {
      void bring(target, target.getAttribute(AT) ?? '');
    }
  };
  // This event does not bubble.
  root.addEventListener('toggle', onToggle, true);
  return () => root.removeEventListener('toggle', onToggle, true);
}

async function bring(fold: HTMLElement, address: string): Promise<void> {
  fold.removeAttribute(AT);
  const status = document.createElement('p');
  status.role = 'status';
  status.textContent = translate({id: 'referencePart.loading', message: 'Fetching the fields…'});
  fold.append(status);
  try {
    const fields = await fieldsOf(address, fold.getAttribute(DIRECTION));
    status.replaceWith(...fields);
  } catch {
    // Opening it again retries.
    fold.setAttribute(AT, address);
    status.textContent = translate({
      id: 'referencePart.failed',
      message: 'The fields could not be fetched. Close and open this to try again, or follow the link.',
    });
    fold.addEventListener('toggle', () => status.remove(), {once: true});
  }
}

/** The fields of one direction (request or response) on the page at an address, for another page. */
async function fieldsOf(address: string, direction: string | null): Promise<readonly Node[]> {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`${address} answered ${response.status}.`);
  }
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const fields = page.querySelector(`.schema-fields[${DIRECTION}="${direction}"]`);
  if (!fields) {
    throw new Error(`${address} tells no fields.`);
  }
  for (const field of fields.querySelectorAll('[id]')) {
    // Its anchor belongs to its own page; here it may be that of another field.
    const link = field.querySelector(`:scope > p > a.hash-link[href="#${CSS.escape(field.id)}"]`);
    link?.setAttribute('href', `${address}#${field.id}`);
    field.removeAttribute('id');
  }
  return [...fields.childNodes];
}
