import Translate, {translate} from '@docusaurus/Translate';
import CodeBlock from '@theme/CodeBlock';
import {Play} from 'lucide-react';
import {useId, useState, type ReactNode} from 'react';

import Code from '@site/src/components/Code';
import {fetched} from '@site/src/components/fetched';
import LoadFailure from '@site/src/components/LoadFailure';
import {requestFor, response, user} from './_firstRequest';
import type {Sent} from './_sendFirst';
import styles from './_LiveRequest.module.css';

const ResponseView = fetched(() => import('@site/src/components/Answer'));

/** The field's name in the request, in every language. */
const FIELD = 'email';

type State = {readonly type: 'unsent' | 'underWay' | 'notLoaded'} | ({readonly type: 'sent'} & Sent);

/** A request that the reader can send as it stands: the mock in the tab answers. */
export default function LiveRequest(): ReactNode {
  const id = useId();
  const [email, setEmail] = useState(user.email);
  const [state, setState] = useState<State>({type: 'unsent'});
  const body = {...user, email};

  async function send(): Promise<void> {
    setState({type: 'underWay'});
    try {
      const [{sendFirst}] = await Promise.all([import('./_sendFirst'), ResponseView.preload()]);
      setState({type: 'sent', ...(await sendFirst(body))});
    } catch {
      setState({type: 'notLoaded'});
    }
  }

  return (
    <div className={styles.live} data-theme="dark">
      <form
        className={styles.request}
        aria-label={translate({id: 'home.live', message: 'Create a user'})}
        onSubmit={event => {
          event.preventDefault();
          void (state.type === 'underWay' || send());
        }}
      >
        <pre tabIndex={0} dir="ltr" aria-label={translate({id: 'home.request', message: 'Request'})}>
          <Code code={requestFor(body)} language="bash" />
        </pre>
        <div className={styles.bar} data-needs-script>
          <label htmlFor={id} className={styles.label}>
            {FIELD}
          </label>
          <input
            id={id}
            type="text"
            inputMode="email"
            autoComplete="off"
            spellCheck={false}
            className={styles.email}
            value={email}
            onChange={event => setEmail(event.target.value)}
          />
          <button type="submit" className={styles.send} aria-disabled={state.type === 'underWay'}>
            <Play aria-hidden size={13} />
            <Translate id="playground.send">Send</Translate>
          </button>
        </div>
      </form>
      <section
        className={styles.response}
        aria-label={translate({id: 'home.response', message: 'Response'})}
        aria-busy={state.type === 'underWay'}
      >
        <p role="status" className={styles.note}>
          {words(state)}
        </p>
        {state.type === 'sent' ? (
          <LoadFailure>
            <ResponseView result={state.result} operation={state.operation} />
          </LoadFailure>
        ) : (
          <CodeBlock language="json">{response}</CodeBlock>
        )}
      </section>
    </div>
  );
}

/** What is shown, and what to try next. */
function words(state: State): string {
  switch (state.type) {
    case 'unsent':
      return translate({id: 'home.unsent', message: '201 Created: what comes back'});
    case 'underWay':
      return translate({id: 'home.underWay', message: 'Sending…'});
    case 'notLoaded':
      return translate({
        id: 'home.notLoaded',
        message:
          'Nothing was sent: a part of this page did not load. Check your connection, then send again.',
      });
    case 'sent':
      return state.result.type === 'response' && state.result.status === 201
        ? translate({
            id: 'home.created',
            message: 'Created for real, in a mock in this tab. Send it once more: the email is taken now.',
          })
        : translate({
            id: 'home.refused',
            message: 'Refused as the API would. Change the email, then send again.',
          });
  }
}
