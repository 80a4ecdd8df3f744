import Translate, {translate} from '@docusaurus/Translate';
import {X} from 'lucide-react';
import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import {createPortal} from 'react-dom';

import {isMadeFromRequest} from '../../request/madeOperation';
import {buildRequest} from '../../request/build';
import MockChips from '../MockPanel/MockChips';
import {isApple} from '../isApple';
import LoadFailure from '../LoadFailure';
import ShortcutsButton from '../Shortcuts';
import Answer from './exchange/Answer';
import {answerInShort} from './exchange/answerInShort';
import BodyForm from './form/BodyForm';
import {copyChoices} from './code/copyChoices';
import CredentialsPanel from './credentials';
import Examples from './form/Examples';
import HeaderRows from './form/HeaderRows';
import Notice from './Notice';
import ParameterForm from './form/ParameterForm';
import styles from './Playground.module.css';
import type {Prepared} from './prepared';
import QueryRows from './form/QueryRows';
import {withTyped, type ShownSamples} from './code/shownSamples';
import ServerPicker from './server/ServerPicker';
import {useAnswerSheet} from './exchange/useAnswerSheet';
import {useCodeEditing} from './code/useCodeEditing';
import {useCredentials} from './credentials/useCredentials';
import {useHistoryPanel} from './exchange/useHistoryPanel';
import {useSamples} from './code/useSamples';
import {useSending} from './exchange/useSending';
import {useServer} from './server/useServer';
import {useSharing} from './sharing/useSharing';
import {useTypedValues} from './useTypedValues';
import {fetched} from '../fetched';

/** Only phones need it. */
const AnswerSheet = fetched(() => import('./exchange/AnswerSheet'));

export interface SessionProps {
  readonly prepared: Prepared;
  /** Whether the page's samples are hand-written, and shown until the reader changes the form. */
  readonly written: boolean;
  readonly storageKey: string;
  readonly link: string | undefined;
  readonly onLinkRead: () => void;
  readonly takeFocus: boolean;
  /** Where the answer goes in a window with room for it: below the code. */
  readonly answerPlace: HTMLElement | null;
  readonly onSamples: (samples: ShownSamples) => void;
  readonly onClose: () => void;
}

const FaultList = fetched(() => import('./exchange/FaultList'));

/** One request being made: the form on one side, its samples handed to the page, the answer below them. */
export default function Session({
  prepared,
  written,
  storageKey,
  link,
  onLinkRead,
  takeFocus,
  answerPlace,
  onSamples,
  onClose,
}: SessionProps): ReactNode {
  const {operation, initial, problem} = prepared;
  const {values, setValues, changed, reset} = useTypedValues(storageKey, initial);
  const server = useServer(operation);
  const keys = useCredentials(operation, server.choice);

  const built = useMemo(
    () => buildRequest(operation, values, {baseUrl: server.baseUrl, credentials: keys.credentials}),
    [operation, values, server.baseUrl, keys.credentials],
  );
  const sampleRequest = useMemo(
    () =>
      buildRequest(operation, values, {baseUrl: server.sampleBaseUrl, credentials: keys.sampleCredentials}),
    [operation, values, server.sampleBaseUrl, keys.sampleCredentials],
  );

  const copies = useMemo(
    () => copyChoices(sampleRequest, keys.shownAs, keys.hasOwnKey),
    [sampleRequest, keys.shownAs, keys.hasOwnKey],
  );
  const {renderCode, typed, takePasted, pasted} = useCodeEditing({
    operation,
    values,
    setValues,
    server,
    keys,
  });
  // The page's own samples stay for as long as they are the same request.
  const [firstWay] = keys.alternatives;
  const asOnPage =
    !changed && server.choice.id === 'page-mock' && (!firstWay || keys.alternative === firstWay.id);
  const [touched, setTouched] = useState(false);
  const samples = useSamples(sampleRequest, keys.shownAs, touched || !asOnPage || typed !== undefined);
  const sharing = useSharing({operation, values, setValues, server, link, onLinkRead});
  const shown = asOnPage && (written || !typed) ? undefined : samples.last;
  // Before the event of a key is over: code that comes later would be set anew, and the caret with it.
  useLayoutEffect(() => {
    onSamples({
      renderCode,
      ...(shown ? {examples: withTyped(shown, typed)} : {}),
      ...(written && !shown ? {} : {copyChoices: copies}),
    });
  }, [onSamples, written, shown, copies, renderCode, typed]);

  const sending = useSending({
    operation,
    values,
    built,
    server,
    cookies: keys.cookies,
    shown: sampleRequest.request,
  });
  const history = useHistoryPanel({operation, values, setValues, sending, server: server.choice.label});
  const sheet = useAnswerSheet(sending, values);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (takeFocus) {
      form.current?.focus({preventScroll: true});
      form.current?.scrollIntoView({block: 'nearest'});
    }
  }, [takeFocus]);

  function onPaste(event: ClipboardEvent): void {
    // A longer text may well hold a command that means nothing here: what is typed over several lines is left alone.
    const typing = event.target instanceof HTMLTextAreaElement;
    if (!typing && takePasted(event.clipboardData.getData('text/plain'))) {
      event.preventDefault();
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      void sending.send();
    }
  }

  const answer = (
    <Answer
      operation={operation}
      result={sending.result}
      answered={sending.answered}
      sending={sending.underWay}
      progress={sending.progress}
      onStop={sending.cancel}
      server={server.choice.label}
    />
  );
  return (
    <>
      <form
        ref={form}
        className={styles.form}
        tabIndex={-1}
        noValidate
        aria-label={translate({id: 'playground.form', message: 'Try it'})}
        onFocus={event => setTouched(touched || event.target !== event.currentTarget)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onSubmit={event => {
          event.preventDefault();
          void sending.send();
        }}
      >
        <div className={styles.formHead}>
          <p className={styles.title}>
            {operation.method} {operation.path}
          </p>
          {history.button}
          {!isMadeFromRequest(operation) && (
            <button type="button" className={styles.textButton} onClick={() => void sharing.copy()}>
              <Translate id="share.copy">Copy link</Translate>
            </button>
          )}
          {changed && (
            <button type="button" className={styles.textButton} onClick={reset}>
              {written ? (
                <Translate id="playground.backToWritten">Back to the written samples</Translate>
              ) : (
                <Translate id="playground.reset">Reset</Translate>
              )}
            </button>
          )}
          <button
            type="button"
            className={styles.iconButton}
            onClick={onClose}
            aria-label={translate({id: 'playground.close', message: 'Close the form'})}
          >
            <X aria-hidden size={16} />
          </button>
        </div>
        {problem && (
          <p className={styles.problem} role="alert">
            {problem} <Translate id="playground.emptyForm">The form starts empty instead.</Translate>
          </p>
        )}
        {history.panel}
        {pasted && <Notice {...pasted} />}
        {sharing.notice && <Notice {...sharing.notice} />}
        <ServerPicker server={server} operation={operation} values={values} onChange={setValues} />
        <CredentialsPanel keys={keys} faultsAt={sending.faultsAt} />
        <Examples operation={operation} values={values} onChange={setValues} />
        <ParameterForm operation={operation} values={values} onChange={setValues} faults={sending.faults} />
        <QueryRows values={values} onChange={setValues} faultsAt={sending.faultsAt} />
        <BodyForm operation={operation} values={values} onChange={setValues} faults={sending.faults} />
        <HeaderRows values={values} onChange={setValues} faultsAt={sending.faultsAt} />
        {!samples.sendable && (
          <p className={styles.note} role="status">
            <Translate id="playground.samplesWait">
              The samples stay at the last request that could be sent: something in this one cannot.
            </Translate>
          </p>
        )}
        {samples.failed && !asOnPage && (
          <p className={styles.note} role="status">
            <Translate id="playground.samplesFailed">
              The samples did not load: the code shows the request as it was. Check your connection, and they
              follow with your next change.
            </Translate>
          </p>
        )}
        {sending.faults.length > 0 && (
          <LoadFailure>
            <FaultList sending={sending} form={form} />
          </LoadFailure>
        )}
        <div className={styles.sendBar}>
          {server.choice.kind === 'page-mock' && <MockChips />}
          <button type="submit" className={styles.send}>
            <Translate id="playground.send">Send</Translate>
          </button>
          {sending.underWay && (
            <button type="button" className={styles.secondary} onClick={sending.cancel}>
              <Translate id="playground.cancel">Cancel</Translate>
            </button>
          )}
          {sheet.isSheet ? (
            <>
              <span role="status" className={styles.sendNote}>
                {sending.underWay && <Translate id="playground.sending">Sending…</Translate>}
              </span>
              {sending.result && !sending.underWay && (
                <button
                  type="button"
                  className={styles.textButton}
                  aria-haspopup="dialog"
                  onClick={() => sheet.setOpen(true)}
                >
                  <Translate id="playground.showAnswer" values={{answer: answerInShort(sending.result)}}>
                    {'Show {answer}'}
                  </Translate>
                </button>
              )}
            </>
          ) : (
            <span className={styles.sendNote} aria-hidden>
              {isApple() ? '⌘ Enter' : translate({id: 'playground.shortcut', message: 'Ctrl Enter'})}
            </span>
          )}
          <ShortcutsButton className={styles.iconButton} />
        </div>
      </form>
      {sheet.isSheet ? (
        <LoadFailure>
          <AnswerSheet
            open={sheet.open}
            title={answerInShort(sending.progress ? undefined : sending.result)}
            onClose={() => sheet.setOpen(false)}
          >
            {answer}
          </AnswerSheet>
        </LoadFailure>
      ) : (
        answerPlace && createPortal(answer, answerPlace)
      )}
    </>
  );
}
