import {parseCodeBlockTitle} from '@docusaurus/theme-common/internal';
import {translate} from '@docusaurus/Translate';
import type {Props} from '@theme/CodeBlock';
import {Children, lazy, Suspense, type ReactNode} from 'react';

import Code from '../../components/Code';
import CopyButton from '../../components/CopyButton';

/** Docusaurus' own, which tokenizes in the browser, for what only it can do. */
const ThemeCodeBlock = lazy(() => import('@theme-original/CodeBlock'));

/**
 * A code block of a page. The browser does no work for it: the colours are in the HTML. Blocks with numbered or marked
 * lines, and those with elements in them, are Docusaurus'.
 */
export default function CodeBlock(props: Props): ReactNode {
  const {children, className, language, metastring, title} = props;
  const parts = Children.toArray(children);
  const code = parts.every(part => typeof part === 'string') ? parts.join('').replace(/\n$/, '') : undefined;
  if (code === undefined || marksLines(props, code)) {
    return (
      <Suspense fallback={<pre>{children}</pre>}>
        <ThemeCodeBlock {...props} />
      </Suspense>
    );
  }
  const name = language ?? /\blanguage-(\S+)/.exec(className ?? '')?.[1] ?? 'text';
  const heading = title ?? parseCodeBlockTitle(metastring);
  return (
    <figure className="theme-code-block code-block">
      {heading !== '' && <figcaption className="code-block__title">{heading}</figcaption>}
      <div className="code-block__body">
        {/* A region that scrolls must be reachable by keyboard. */}
        <pre tabIndex={0} dir="ltr" className={`language-${name}`}>
          <Code code={code} language={name} />
        </pre>
        <div className="code-block__copy" data-needs-script>
          <CopyButton text={code} what={translate({id: 'codeBlock.code', message: 'code'})} />
        </div>
      </div>
    </figure>
  );
}

/** Whether a block asks for numbered or highlighted lines, in its first line or by comments in the code. */
function marksLines({metastring = '', showLineNumbers}: Props, code: string): boolean {
  return (
    Boolean(showLineNumbers) ||
    /\bshowLineNumbers\b|\{[\d,-]+\}/.test(metastring) ||
    /\bhighlight-(?:next-line|start|end)\b/.test(code)
  );
}
