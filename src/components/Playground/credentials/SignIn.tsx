import Translate, {translate} from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {useCallback, useMemo, useState, type ReactNode} from 'react';

import type {KeptSecret} from '../../../client/credential';
import {authorizationCodeFlow, flowNames, type Scope} from '../../../client/oauth/flows';
import Field from '../fields/Field';
import controls from '../../controls.module.css';
import {isEnter} from '../../isEnter';
import Scopes from './Scopes';
import SignInProgress from './SignInProgress';
import styles from './styles.module.css';
import {useClientId, type KeyOfScheme} from './useCredentials';
import {useSignIn, type OAuthScheme} from './useSignIn';

export interface SignInProps {
  readonly scheme: OAuthScheme;
  readonly field: KeyOfScheme;
}

/**
 * Gets an access token by the authorization code flow with PKCE if the document has one; says why it cannot otherwise.
 */
export default function SignIn({scheme, field}: SignInProps): ReactNode {
  const flow = useMemo(
    () => (scheme.type === 'oauth2' ? authorizationCodeFlow(scheme.flows) : undefined),
    [scheme],
  );
  const authority = flow?.tokenUrl ?? (scheme.type === 'openIdConnect' ? scheme.openIdConnectUrl : '');
  if (scheme.type === 'oauth2' && !flow) {
    return (
      <p className={controls.note}>
        <Translate id="signIn.noFlow" values={{flows: flowNames(scheme.flows).join(', ') || '–'}}>
          {
            'This API issues tokens with {flows}, which a page cannot do safely. Get a token in a terminal and paste it here.'
          }
        </Translate>
      </p>
    );
  }
  return (
    <SignInForm
      scheme={scheme}
      field={field}
      flow={flow}
      authority={URL.canParse(authority) ? new URL(authority).origin : authority}
    />
  );
}

interface SignInFormProps extends SignInProps {
  readonly flow: ReturnType<typeof authorizationCodeFlow>;
  /** The origin to which the client id belongs. */
  readonly authority: string;
}

function SignInForm({scheme, field, flow, authority}: SignInFormProps): ReactNode {
  const clientId = useClientId(authority, scheme.id);
  const offered = scopesOffered(flow?.scopes ?? [], field.scopes);
  const [chosen, setChosen] = useState<readonly string[]>(
    scheme.type === 'openIdConnect' ? ['openid', ...field.scopes] : field.scopes,
  );
  const {set} = field;
  const onToken = useCallback(({value, grant}: KeptSecret) => set(value, grant), [set]);
  const {state, signIn, renewWith, cancel} = useSignIn(scheme, flow, onToken);
  const redirectUri = useRedirectUri();
  const refreshToken = field.grant?.refreshToken;
  const [missing, setMissing] = useState(false);

  function start(): void {
    setMissing(clientId.value.trim() === '');
    if (clientId.value.trim() !== '') {
      clientId.keepIn(field.place);
      void signIn({clientId: clientId.value.trim(), scopes: [...new Set(chosen)], redirectUri});
    }
  }

  return (
    <div className={styles.signIn}>
      <Field
        label={translate({id: 'signIn.clientId', message: 'Client id'})}
        at={`credentials/${scheme.id}/client`}
        faults={
          missing && clientId.value.trim() === ''
            ? [translate({id: 'signIn.noClient', message: 'Type the client id of one of your applications.'})]
            : []
        }
        hint={translate(
          {
            id: 'signIn.register',
            message: 'The id of a public client with the redirect URL {redirectUri}. It needs no secret.',
          },
          {redirectUri},
        )}
      >
        {control => (
          <input
            {...control}
            className={controls.control}
            value={clientId.value}
            autoComplete="off"
            spellCheck={false}
            onChange={event => clientId.set(event.target.value)}
            onKeyDown={event => {
              if (isEnter(event) && !event.ctrlKey && !event.metaKey) {
                event.preventDefault();
                start();
              }
            }}
          />
        )}
      </Field>
      {offered.length > 0 && <Scopes offered={offered} chosen={chosen} onChange={setChosen} />}
      <div className={styles.buttons}>
        <button type="button" className={controls.outlinedButton} onClick={start}>
          <Translate id="signIn.start">Sign in</Translate>
        </button>
        {refreshToken !== undefined && clientId.value !== '' && (
          <button
            type="button"
            className={controls.outlinedButton}
            onClick={() => void renewWith(clientId.value.trim(), refreshToken)}
          >
            <Translate id="signIn.renew">Renew</Translate>
          </button>
        )}
      </div>
      <SignInProgress state={state} authority={authority} onCancel={cancel} />
    </div>
  );
}

/** The document's scopes, and those that the operation needs although the document does not list them. */
function scopesOffered(listed: readonly Scope[], needed: readonly string[]): readonly Scope[] {
  const names = new Set(listed.map(({name}) => name));
  return [...listed, ...needed.filter(name => !names.has(name)).map(name => ({name, description: ''}))];
}

/** The same in every language, because it is registered with the authorization server. */
function useRedirectUri(): string {
  const {defaultLocale, localeConfigs} = useDocusaurusContext().i18n;
  return new URL(`${localeConfigs[defaultLocale]?.baseUrl ?? '/'}oauth/callback`, window.location.origin)
    .href;
}
