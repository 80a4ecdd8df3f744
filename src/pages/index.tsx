import Link from '@docusaurus/Link';
import Translate, {translate} from '@docusaurus/Translate';
import useBaseUrl from '@docusaurus/useBaseUrl';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {operations} from '@generated/openapi/default/catalog.js';
import Heading from '@theme/Heading';
import Layout from '@theme/Layout';
import clsx from 'clsx';
import type {ReactNode} from 'react';

import MethodBadge from '@site/src/components/MethodBadge';
import PageHead from '@site/src/components/PageHead';
import {langOfOriginal} from '@site/src/words';

import LiveRequest from './_LiveRequest';
import styles from './index.module.css';

export default function Home(): ReactNode {
  const {siteConfig} = useDocusaurusContext();
  const description = translate({
    id: 'home.description',
    message:
      'Reference and guides for the CloudIndex HTTP API, with samples in four languages and a form on every endpoint page that sends the request.',
  });
  return (
    <Layout description={description}>
      <PageHead
        kind="WebSite"
        title={siteConfig.title}
        description={description}
        permalink={siteConfig.baseUrl}
        picture={useBaseUrl('img/social-card.png')}
      />
      <main>
        <Opening />
        <Endpoints />
        <Promises />
      </main>
    </Layout>
  );
}

function Opening(): ReactNode {
  return (
    <section className={clsx('container', styles.opening)}>
      <div>
        <Heading as="h1" className={styles.title}>
          <Translate id="home.title.index">Index documents.</Translate>
          <br />
          <Translate id="home.title.ask">Ask questions.</Translate>
        </Heading>
        <p className={styles.lead}>
          <Translate id="home.lead">
            CloudIndex is an HTTP API that indexes your documents, searches them, and answers questions about
            them.
          </Translate>
        </p>
        <div className={styles.actions}>
          <Link className="button button--primary" to="/api/users/create-user#try">
            <Translate id="home.firstRequest">Send your first request</Translate>
          </Link>
          <Link className="button button--secondary" to="/quickstart">
            <Translate id="home.quickstart">Quickstart</Translate>
          </Link>
        </div>
        <p className={styles.note}>
          <Translate id="home.note">No account and no key: a mock in your browser tab responds.</Translate>
        </p>
      </div>
      <LiveRequest />
    </section>
  );
}

/** The operations of the document by their group, each with the way to its page. */
function Endpoints(): ReactNode {
  const tags = [...new Set(operations.flatMap(operation => operation.tags))];
  return (
    <section className={clsx('container', styles.section)} aria-labelledby="endpoints">
      <Heading as="h2" id="endpoints" className={styles.heading}>
        <Translate id="home.endpoints">Endpoints</Translate>
      </Heading>
      <div className={styles.groups}>
        {tags.map(tag => (
          <div key={tag} className={styles.group}>
            <h3 {...langOfOriginal()}>{tag}</h3>
            <ul>
              {operations
                .filter(operation => operation.tags.includes(tag))
                .map(({id, method, path, summary, permalink}) => (
                  <li key={id}>
                    <MethodBadge method={method} />
                    {permalink ? <Link to={permalink}>{summary}</Link> : summary}
                    <code>{path}</code>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

function Promises(): ReactNode {
  return (
    <section className={clsx('container', styles.section)} aria-labelledby="promises">
      <Heading as="h2" id="promises" className={styles.heading}>
        <Translate id="home.promises">A reference you can run</Translate>
      </Heading>
      <dl className={styles.columns}>
        <Fact term={<Translate id="home.samples">Samples that are executed</Translate>}>
          <Translate id="home.samples.text">
            cURL, Node.js, Python and Go show the same request, and the tests of this site run all of them.
          </Translate>
        </Fact>
        <Fact term={<Translate id="home.mock">A mock in the page</Translate>}>
          <Translate id="home.mock.text">
            Try it keeps what you create: read it, change it, delete it. Nothing leaves the tab until you
            choose a server.
          </Translate>
        </Fact>
        <Fact term={<Translate id="home.errors">Errors you can reproduce</Translate>}>
          <Translate id="home.errors.text">
            Create the same user twice, or clear the email address and send anyway. You see the error that
            your code has to handle.
          </Translate>
        </Fact>
      </dl>
    </section>
  );
}

function Fact({term, children}: {readonly term: ReactNode; readonly children: ReactNode}): ReactNode {
  return (
    <div className={styles.fact}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
