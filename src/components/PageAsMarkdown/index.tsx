import {useLocation} from '@docusaurus/router';
import Translate, {translate} from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {Check, Copy, FileText} from 'lucide-react';
import {useEffect, useRef, useState, type ReactNode} from 'react';

import {twinAddress} from '../../pageFiles/addresses';
import {copyText} from '../copyText';
import {fetchMarkdown, NoMarkdownError} from './fetchMarkdown';
import styles from './styles.module.css';

type Outcome = 'idle' | 'copied' | 'notAllowed' | 'notLoaded' | 'notBuilt';

/** The page as Markdown, for a note, an issue or a language model: copied, or opened as a file. */
export default function PageAsMarkdown(): ReactNode {
  const {pathname} = useLocation();
  const {siteConfig} = useDocusaurusContext();
  const address = twinAddress(pathname, siteConfig.baseUrl);
  const [outcome, setOutcome] = useState<Outcome>('idle');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  async function copy(): Promise<void> {
    clearTimeout(timer.current);
    setOutcome('idle');
    const markdown = fetchMarkdown(address);
    const failed = markdown.then(
      () => 'notAllowed' as const,
      error => (error instanceof NoMarkdownError ? ('notBuilt' as const) : ('notLoaded' as const)),
    );
    try {
      await copyText(markdown);
      setOutcome('copied');
      timer.current = setTimeout(() => setOutcome('idle'), 4000);
    } catch {
      setOutcome(await failed);
    }
  }

  return (
    <div className={styles.root}>
      <button type="button" className={styles.control} onClick={() => void copy()} data-needs-script>
        {outcome === 'copied' ? <Check aria-hidden size={14} /> : <Copy aria-hidden size={14} />}
        <span className={styles.label}>
          <Translate id="pageAsMarkdown.copy">Copy as Markdown</Translate>
        </span>
      </button>
      <a className={styles.control} href={address} data-noBrokenLinkCheck>
        <FileText aria-hidden size={14} />
        <span className={styles.label}>
          <Translate id="pageAsMarkdown.view">View as Markdown</Translate>
        </span>
      </a>
      <span role="status" className={outcome === 'copied' ? styles.spoken : styles.problem}>
        {inWords(outcome)}
      </span>
    </div>
  );
}

function inWords(outcome: Outcome): string {
  switch (outcome) {
    case 'idle':
      return '';
    case 'copied':
      return translate({id: 'pageAsMarkdown.copied', message: 'Page copied as Markdown'});
    case 'notAllowed':
      return translate({
        id: 'pageAsMarkdown.notAllowed',
        message:
          'Nothing was copied: your browser did not allow it. Open View as Markdown, select all and copy.',
      });
    case 'notLoaded':
      return translate({
        id: 'pageAsMarkdown.notLoaded',
        message:
          'Nothing was copied: the Markdown of this page could not be loaded. Check your connection and try again.',
      });
    case 'notBuilt':
      return translate({
        id: 'pageAsMarkdown.notBuilt',
        message:
          'Nothing was copied: this server has no Markdown of the page. A build makes it; the development server does not.',
      });
  }
}
