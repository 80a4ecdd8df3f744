import {useDoc} from '@docusaurus/plugin-content-docs/client';
import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import DocItemContent from '@theme-original/DocItem/Content';
import type {Props} from '@theme/DocItem/Content';
import type {ReactNode} from 'react';

import styles from './styles.module.css';

/** The content of a page. In another language, a guide that nobody has translated says so first. */
export default function Content(props: Props): ReactNode {
  const {source} = useDoc().metadata;
  const {currentLocale, defaultLocale} = useDocusaurusContext().i18n;
  // The reference is in both languages: its headings are translated, the words of the document are not.
  const isTranslated = !source.startsWith('@site/docs/') || source.startsWith('@site/docs/api/');
  return (
    <>
      {currentLocale !== defaultLocale && !isTranslated && (
        <div role="note" className={styles.notice}>
          <Translate id="content.untranslated">This page is not translated yet. It is in English.</Translate>
        </div>
      )}
      <DocItemContent {...props} />
    </>
  );
}
