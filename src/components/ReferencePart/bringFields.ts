import {translate} from '@docusaurus/Translate';

/** Set on what is opened to bring fields here: the address of their page, and which of its lists is meant. */
const AT = 'data-fields-at';
const DIRECTION = 'data-direction';

/**
 * Opens in their place the fields that have a page of their own, when a reader unfolds them; a link to that page stands there
 * already, and stays if they do not come.
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
    // Opened again, it tries again.
    fold.setAttribute(AT, address);
    status.textContent = translate({
      id: 'referencePart.failed',
      message: 'The fields could not be fetched. Close and open this to try again, or follow the link.',
    });
    fold.addEventListener('toggle', () => status.remove(), {once: true});
  }
}

/** What the page at an address says of the fields that go in a direction, for another page. */
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
    // Its anchor is on its own page; here it may be that of another field.
    const link = field.querySelector(`:scope > p > a.hash-link[href="#${CSS.escape(field.id)}"]`);
    link?.setAttribute('href', `${address}#${field.id}`);
    field.removeAttribute('id');
  }
  return [...fields.childNodes];
}
