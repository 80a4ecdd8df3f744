import useIsBrowser from '@docusaurus/useIsBrowser';
import {useEffect, useRef, useState, type ReactNode} from 'react';

import {currentHighlighter, loadHighlighter} from './highlighter';
import {plainHtml} from '../../highlight/plainHtml';
import {keepServed, servedHtml} from './served';

/**
 * Highlighted code. Its text content is `code`. The page's HTML is highlighted already, and hydration keeps it (React
 * does not compare this inner HTML), so the highlighter is only loaded for code that changes or comes later. Colours
 * are CSS classes of tokens, so that both themes share one HTML.
 */
export default function Code({
  code,
  language,
  isPlain = false,
}: {
  readonly code: string;
  readonly language: string;
  /** Whether it is shown without colours. */
  readonly isPlain?: boolean;
}): ReactNode {
  const isTakingOver = !useIsBrowser();
  const element = useRef<HTMLElement>(null);
  // As long as the code is the one that was served, React gets the same HTML as at first: it would replace the nodes
  // otherwise.
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
      // If the highlighter does not load, the code is still readable.
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
