import Link from '@docusaurus/Link';
import Translate, {translate} from '@docusaurus/Translate';
import CodeBlock from '@theme/CodeBlock';
import Heading from '@theme/Heading';
import Layout from '@theme/Layout';
import clsx from 'clsx';
import type {ReactNode} from 'react';

import {answer, request} from './_firstRequest';
import styles from './index.module.css';

export default function Home(): ReactNode {
  return (
    <Layout
      description={translate({
        id: 'home.description',
        message:
          'Reference and guides of the CloudIndex HTTP API, with samples in four languages and a form on every endpoint page that sends the request.',
      })}
    >
      <main>
        <Opening />
        <Resources />
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
            CloudIndex is an HTTP API that indexes your documents, searches them, and answers questions over
            them.
          </Translate>
        </p>
        <div className={styles.actions}>
          <Link className="button button--primary" to="/api/users/create-user">
            <Translate id="home.firstRequest">Send your first request</Translate>
          </Link>
          <Link className="button button--secondary" to="/quickstart">
            <Translate id="home.quickstart">Quickstart</Translate>
          </Link>
        </div>
        <p className={styles.note}>
          <Translate id="home.note">No account and no key: a mock in your browser tab answers.</Translate>
        </p>
      </div>
      <div className={styles.excerpt}>
        <CodeBlock language="bash" title={translate({id: 'home.request', message: 'Request'})}>
          {request}
        </CodeBlock>
        <CodeBlock language="json" title={translate({id: 'home.answer', message: 'Answer · 201 Created'})}>
          {answer}
        </CodeBlock>
      </div>
    </section>
  );
}

function Resources(): ReactNode {
  return (
    <section className={clsx('container', styles.section)} aria-labelledby="resources">
      <Heading as="h2" id="resources" className={styles.heading}>
        <Translate id="home.resources">Four resources</Translate>
      </Heading>
      <dl className={styles.columns}>
        <Fact
          term={
            <Link to="/api/users/create-user">
              <Translate id="home.users">Users</Translate>
            </Link>
          }
        >
          <Translate id="home.users.text">
            People and services of your organization, each with a role.
          </Translate>
        </Fact>
        <Fact term={<Translate id="home.documents">Documents</Translate>}>
          <Translate id="home.documents.text">The files you upload, and how far each is processed.</Translate>
        </Fact>
        <Fact term={<Translate id="home.search">Search</Translate>}>
          <Translate id="home.search.text">
            Passages by meaning and by keyword, filtered and scored.
          </Translate>
        </Fact>
        <Fact term={<Translate id="home.chat">Chat</Translate>}>
          <Translate id="home.chat.text">
            Threads of questions, with answers that arrive as a stream.
          </Translate>
        </Fact>
      </dl>
    </section>
  );
}

function Promises(): ReactNode {
  return (
    <section className={clsx('container', styles.section)} aria-labelledby="promises">
      <Heading as="h2" id="promises" className={styles.heading}>
        <Translate id="home.promises">A reference you can run</Translate>
      </Heading>
      <dl className={clsx(styles.columns, styles.three)}>
        <Fact term={<Translate id="home.samples">Samples that are executed</Translate>}>
          <Translate id="home.samples.text">
            cURL, Node.js, Python and Go come from one request, and the tests of this site run them.
          </Translate>
        </Fact>
        <Fact term={<Translate id="home.mock">A mock in the page</Translate>}>
          <Translate id="home.mock.text">
            Try it keeps what you create: get it, change it, delete it. Nothing leaves the tab until you
            choose a server.
          </Translate>
        </Fact>
        <Fact term={<Translate id="home.errors">Errors you can cause</Translate>}>
          <Translate id="home.errors.text">
            Create the same user twice, or leave the email out and send anyway. You read the error that your
            code will have to handle.
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
