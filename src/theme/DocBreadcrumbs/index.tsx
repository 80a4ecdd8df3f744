import DocBreadcrumbs from '@theme-original/DocBreadcrumbs';
import type {ReactNode} from 'react';

import PageAsMarkdown from '@site/src/components/PageAsMarkdown';
import styles from './styles.module.css';

/** Where the page is, and beside it the page for those who read it elsewhere. */
export default function BreadcrumbsBar(): ReactNode {
  return (
    <div className={styles.bar}>
      <DocBreadcrumbs />
      <PageAsMarkdown />
    </div>
  );
}
