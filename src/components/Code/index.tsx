import useIsBrowser from '@docusaurus/useIsBrowser';
import {useEffect, useRef, useState, type ReactNode} from 'react';

import {currentHighlighter, loadHighlighter} from './highlighter';
import {plainHtml} from '../../highlight/plainHtml';
import {keepServed, servedHtml} from './served';

/**
 * Highlighted code. Its text content is `code`. Coloured in the page's HTML, which a browser keeps as it is (React does not
 * compare this inner HTML when it takes a page over): what colours is fetched only for code that changes or comes later.
 * Colours are the site's CSS by token class, so that both themes share one HTML.
 */
export default function Code({
  code,
  language,
  isPlain = false,
}: {
  readonly code: string;
  readonly language: string;
  /** Whether it goes without colours. */
  readonly isPlain?: boolean;
}): ReactNode {
  const isTakingOver = !useIsBrowser();
  const element = useRef<HTMLElement>(null);
  // As long as the code is what was served, React is told the same as at first: it would make the colours anew.
  const [served, setServed] = useState(isTakingOver ? code : undefined);
  if (served !== undefined && code !== served) {
    setServed(undefined);
  }
  const [highlight, setHighlight] = useState(currentHighlighter);
  const known = servedHtml(code, language);
  const isToBeColoured = !isPlain && !highlight && code !== served && known === undefined;

  useEffect(() => {
    if (served !== undefined && element.current) {
      keepServed(served, language, element.current.innerHTML);
    }
  }, [served, language]);

  useEffect(() => {
    if (isToBeColoured) {
      // Without colours the code is still there to read.
      loadHighlighter().then(
        loaded => setHighlight(() => loaded),
        () => undefined,
      );
    }
  }, [isToBeColoured]);

  const html =
    (served === undefined ? known : undefined) ??
    (isPlain ? undefined : highlight?.(code, language)) ??
    plainHtml(code);
  return <code ref={element} dangerouslySetInnerHTML={{__html: html}} suppressHydrationWarning />;
}
