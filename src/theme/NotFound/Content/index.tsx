import Link from '@docusaurus/Link';
import {PageMetadata} from '@docusaurus/theme-common';
import Translate, {translate} from '@docusaurus/Translate';
import type {Props} from '@theme/NotFound/Content';
import Heading from '@theme/Heading';
import clsx from 'clsx';
import type {ReactNode} from 'react';

import styles from './styles.module.css';

/** As HTTP has it, in every language. */
const STATUS = '404 Not Found';

/**
 * Says that the address leads nowhere, why that may be, and how to go on: to the pages that the site has whichever API it
 * documents.
 */
export default function NotFoundContent({className}: Props): ReactNode {
  return (
    <main className={clsx('container', styles.page, className)}>
      {/* The layout around this sets the site's bare title after the page has set its own. */}
      <PageMetadata title={translate({id: 'theme.NotFound.title', message: 'Page Not Found'})} />
      <p className={styles.status}>{STATUS}</p>
      <Heading as="h1">
        <Translate id="notFound.title">There is no page at this address</Translate>
      </Heading>
      <p>
        <Translate id="notFound.text">
          The page may have moved, or the address may contain a typo. The search at the top finds every page
          and every operation.
        </Translate>
      </p>
      <ul className={styles.ways}>
        <li>
          <Link to="/">
            <Translate id="notFound.home">Home page</Translate>
          </Link>
          <Translate id="notFound.home.text">where the documentation starts</Translate>
        </li>
        <li>
          <Link to="/api">
            <Translate id="notFound.reference">API reference</Translate>
          </Link>
          <Translate id="notFound.reference.text">
            every operation, with samples and a form to try it
          </Translate>
        </li>
        <li>
          <Link to="/api/errors">
            <Translate id="notFound.errors">Errors by status</Translate>
          </Link>
          <Translate id="notFound.errors.text">
            what each status means and which operations return it
          </Translate>
        </li>
      </ul>
    </main>
  );
}
