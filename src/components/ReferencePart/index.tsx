import {useHistory, useLocation} from '@docusaurus/router';
import {translate} from '@docusaurus/Translate';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import {useEffect, useRef, useState, type MouseEvent, type ReactNode} from 'react';
import {createPortal} from 'react-dom';

import {percentDecoded} from '../../api/percentDecoding';
import CopyButton from '../CopyButton';
import {bringFieldsInto} from './bringFields';
import {REFERENCE, type Reference} from './partsOf';

export interface ReferencePartProps {
  readonly of: Reference;
  /** Its number. */
  readonly part: string;
}

/**
 * The content of an operation's page between two headings: HTML from the build, which the browser keeps as it was
 * served. React only adds interaction.
 */
export default function ReferencePart({of: {name, parts}, part}: ReferencePartProps): ReactNode {
  const {html = '', anchors = [], links = []} = parts[Number(part)] ?? {};
  const history = useHistory();
  const {hash} = useLocation();
  const root = useRef<HTMLDivElement>(null);
  const [copyPlaces, setCopyPlaces] = useState<readonly Element[]>([]);
  const {collectAnchor, collectLink} = useBrokenLinks();
  anchors.forEach(collectAnchor);
  links.forEach(collectLink);

  useEffect(() => {
    setCopyPlaces([...(root.current?.querySelectorAll('.code-block__copy') ?? [])]);
  }, [html]);

  useEffect(() => (root.current ? bringFieldsInto(root.current) : undefined), []);

  useEffect(() => {
    if (root.current) {
      unfold(root.current, percentDecoded(hash.slice(1)));
    }
  }, [hash]);

  function follow(event: MouseEvent): void {
    const address = addressWithin(event);
    if (address !== undefined) {
      event.preventDefault();
      history.push(address);
    }
  }

  return (
    <>
      <div
        ref={root}
        className="reference-part"
        {...{[REFERENCE]: name}}
        onClick={follow}
        dangerouslySetInnerHTML={{__html: html}}
      />
      {copyPlaces.map((place, index) =>
        createPortal(
          <CopyButton
            text={() => place.parentElement?.querySelector('pre')?.textContent ?? ''}
            what={translate({id: 'codeBlock.code', message: 'code'})}
          />,
          place,
          String(index),
        ),
      )}
    </>
  );
}

/** Opens every `details` around the element with this id, and scrolls to it. */
function unfold(root: Element, id: string): void {
  const target = document.getElementById(id);
  if (!target || !root.contains(target) || !target.closest('details')) {
    return;
  }
  for (
    let folded = target.closest('details');
    folded;
    folded = folded.parentElement?.closest('details') ?? null
  ) {
    folded.open = true;
  }
  target.scrollIntoView();
}

/**
 * The address of a link within the site if it was clicked without modifiers; Docusaurus then shows that page without
 * loading the site again.
 */
function addressWithin(event: MouseEvent): string | undefined {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  const href = link?.getAttribute('href');
  return link && isPlain && link.target === '' && href?.startsWith('/') ? href : undefined;
}
