import Head from '@docusaurus/Head';
import Translate, {translate} from '@docusaurus/Translate';
import {useEffect, useState, type ReactNode} from 'react';

import {sendCallback} from '../../client/oauth/callback';
import styles from './callback.module.css';

/** Long enough for a page in the background to wake up. */
const HAND_OVER_MS = 5000;

type Outcome = 'handing-over' | 'taken' | 'nobody-waits';

/**
 * Where a sign-in of the playground comes back. The answer is taken out of the address at once and handed to the page of this
 * origin that began; this window then closes itself.
 */
export default function OAuthCallback(): ReactNode {
  const [outcome, setOutcome] = useState<Outcome>('handing-over');
  useEffect(() => {
    const query = window.location.search;
    window.history.replaceState(window.history.state, '', window.location.pathname);
    void sendCallback(query, HAND_OVER_MS).then(taken => {
      setOutcome(taken ? 'taken' : 'nobody-waits');
      if (taken) {
        window.close();
      }
    });
  }, []);
  return (
    <>
      <Head>
        <title>{translate({id: 'callback.title', message: 'Sign-in'})}</title>
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
      </Head>
      <main className={styles.callback}>
        <h1>
          <Translate id="callback.heading">Sign-in</Translate>
        </h1>
        <p role="status">{words(outcome)}</p>
      </main>
    </>
  );
}

function words(outcome: Outcome): string {
  switch (outcome) {
    case 'handing-over':
      return translate({id: 'callback.handingOver', message: 'Going back to the page you came from…'});
    case 'taken':
      return translate({id: 'callback.taken', message: 'You are signed in. Close this window.'});
    case 'nobody-waits':
      return translate({
        id: 'callback.nobody',
        message:
          'No page of this site is waiting for this sign-in, so nothing was done with it. Close this window and sign in again from the page you came from.',
      });
  }
}
