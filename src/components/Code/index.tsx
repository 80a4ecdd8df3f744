import {Highlight, type PrismTheme} from 'prism-react-renderer';
import type {ReactNode} from 'react';

/** Colours come from the site's CSS by token class, so that both themes share one server-rendered HTML. */
const noInlineColours: PrismTheme = {plain: {}, styles: []};

/** Beyond this many characters highlighting costs more than it helps. */
const HIGHLIGHT_LIMIT = 100_000;

/** Highlighted code. Its text content is `code`, line for line. */
export default function Code({
  code,
  language,
}: {
  readonly code: string;
  readonly language: string;
}): ReactNode {
  if (code.length > HIGHLIGHT_LIMIT) {
    return <code>{code}</code>;
  }
  return (
    <Highlight code={code} language={language} theme={noInlineColours}>
      {({tokens, getTokenProps}) => (
        <code>
          {tokens.map((line, lineNumber) => (
            <span key={lineNumber}>
              {line.map((token, position) => {
                if (token.empty) {
                  return null;
                }
                const {className, children} = getTokenProps({token});
                return (
                  <span key={position} className={className}>
                    {children}
                  </span>
                );
              })}
              {lineNumber < tokens.length - 1 && '\n'}
            </span>
          ))}
        </code>
      )}
    </Highlight>
  );
}
