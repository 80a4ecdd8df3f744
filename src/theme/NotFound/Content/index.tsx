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

/** Says that the address leads nowhere, why that may be, and where the pages are that readers mostly look for. */
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
          The page may have moved, or the address may hold a typing error. Endpoint pages are named after the
          resource and the operation, such as /api/users/create-user.
        </Translate>
      </p>
      <ul className={styles.ways}>
        <li>
          <Link to="/quickstart">
            <Translate id="notFound.quickstart">Quickstart</Translate>
          </Link>
          <Translate id="notFound.quickstart.text">your first answer in a minute</Translate>
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
          <Link to="/errors">
            <Translate id="notFound.errors">Errors</Translate>
          </Link>
          <Translate id="notFound.errors.text">what a status means and what to do about it</Translate>
        </li>
      </ul>
    </main>
  );
}
