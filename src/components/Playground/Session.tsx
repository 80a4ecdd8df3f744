import Translate from '@docusaurus/Translate';
import {useLayoutEffect, useMemo, useRef, useState, type ReactNode} from 'react';
import {createPortal} from 'react-dom';

import {buildRequest} from '../../request/wire/build';
import {fetched} from '../fetched';
import LoadFailure from '../LoadFailure';
import {copyChoices} from './code/copyChoices';
import {withTyped, type ShownSamples} from './code/shownSamples';
import {useCodeEditing} from './code/useCodeEditing';
import {useSamples, useSendable} from './code/useSamples';
import CredentialsPanel from './credentials';
import {useCredentials} from './credentials/useCredentials';
import Answer from './exchange/Answer';
import {answerInShort} from './exchange/answerInShort';
import SendBar from './exchange/SendBar';
import {useAnswerSheet} from './exchange/useAnswerSheet';
import {useHistoryRecord} from './exchange/useHistoryRecord';
import {useResending} from './exchange/useResending';
import {useRejecting} from './exchange/useRejecting';
import {useSending} from './exchange/useSending';
import {RejectingResponse} from './fields/Faults';
import RequestForm from './form/RequestForm';
import FormFrame from './FormFrame';
import FormHead from './FormHead';
import Notices from './Notices';
import styles from './Playground.module.css';
import type {Prepared} from './prepared';
import SamplesNote from './code/SamplesNote';
import ServerPicker from './server/ServerPicker';
import {useServer} from './server/useServer';
import {useSharing} from './sharing/useSharing';
import Tools from './tools/Tools';
import {useLateFilling} from './useLateFilling';
import {useTakenFocus} from './useTakenFocus';
import {useTold} from './useTold';
import {useTypedValues} from './useTypedValues';

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
  readonly onFocusTaken: () => void;
  /** Where the response is shown in a large window: below the code. */
  readonly answerPlace: HTMLElement | null;
  readonly onSamples: (samples: ShownSamples) => void;
  readonly onClose: () => void;
}

const FaultList = fetched(() => import('./exchange/FaultList'));
const UnfollowedCode = fetched(() => import('./code/UnfollowedCode'));

/** One form: its fields on one side, its samples in the code tabs of the page, the response below them. */
export default function Session({
  prepared,
  written,
  storageKey,
  link,
  onLinkRead,
  takeFocus,
  onFocusTaken,
  answerPlace,
  onSamples,
  onClose,
}: SessionProps): ReactNode {
  const {operation, initial, problem} = prepared;
  const {values, setValues, fill, filled, changed} = useTypedValues(operation, storageKey, initial);
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
  const sendable = useSendable(sampleRequest);
  const sending = useSending({
    operation,
    values,
    built,
    server,
    cookies: keys.cookies,
    shown: sampleRequest.request,
  });
  const [told, tell] = useTold();
  const beginFilling = useLateFilling([values, server, keys.credentials], tell);
  const {renderCode, typed, takePasted, send, unfollowed} = useCodeEditing({
    operation,
    values,
    setValues,
    fill,
    beginFilling,
    tell,
    server,
    current: sendable,
    send: sending.send,
  });
  // The page's own samples stay as long as they show the same request.
  const [firstWay] = keys.alternatives;
  const asOnPage =
    !changed && server.choice.id === 'page-mock' && (!firstWay || keys.alternative === firstWay.id);
  const [touched, setTouched] = useState(false);
  const wanted = touched || !asOnPage || typed !== undefined;
  const samples = useSamples(sampleRequest.request, sendable, keys.shownAs, wanted);
  const {sampleIn} = samples;
  const copyLink = useSharing({operation, values, fill, beginFilling, tell, server, link, onLinkRead});
  const shown = asOnPage && (written || !typed) ? undefined : samples.last;
  // Within the event of the key: later, the code would be replaced and the caret would move.
  useLayoutEffect(() => {
    onSamples({
      renderCode,
      ...(shown ? {examples: withTyped(shown, typed), sampleIn} : {}),
      ...(written && !shown ? {} : {copyChoices: copies}),
    });
  }, [onSamples, written, shown, sampleIn, copies, renderCode, typed]);

  useHistoryRecord(operation, sending);
  const resend = useResending({
    values,
    fillIn: next => fill(next, 'history'),
    server,
    send: sending.send,
  });
  const sheet = useAnswerSheet(sending, values);
  const form = useRef<HTMLFormElement>(null);
  const {rejecting, leadToField} = useRejecting({sending, sheet, form, answerPlace});
  useTakenFocus(form, takeFocus, onFocusTaken);

  const answer = (
    <Answer
      operation={operation}
      result={sending.result}
      answered={sending.answered}
      sending={sending.underWay}
      progress={sending.progress}
      onStop={sending.cancel}
      server={server.choice}
      rejected={sending.rejected}
      onLead={leadToField}
    />
  );
  return (
    <RejectingResponse value={rejecting}>
      <FormFrame form={form} onTouched={() => setTouched(true)} onPasted={takePasted} onSend={send}>
        <FormHead
          operation={operation}
          changed={changed}
          written={written}
          onCopyLink={() => void copyLink()}
          onReset={() => {
            fill(undefined, 'reset');
            form.current?.focus();
          }}
          onClose={onClose}
        />
        {problem && (
          <p className={styles.problem} role="alert">
            {problem} <Translate id="playground.emptyForm">The form starts empty instead.</Translate>
          </p>
        )}
        <Tools
          operation={operation}
          values={values}
          onChange={setValues}
          fill={fill}
          resend={resend}
          mocked={server.choice.kind === 'page-mock'}
        />
        <Notices filled={filled} told={told} />
        <div className={styles.settings}>
          <ServerPicker server={server} />
          <CredentialsPanel keys={keys} faultsAt={sending.faultsAt} />
        </div>
        <RequestForm
          operation={operation}
          values={values}
          onChange={setValues}
          marks={sending.marks}
          faultsAt={sending.faultsAt}
        />
        <SamplesNote waiting={!sendable} failed={samples.failed && !asOnPage} />
        {unfollowed && (
          <LoadFailure>
            <UnfollowedCode {...unfollowed} />
          </LoadFailure>
        )}
        {sending.faults.length > 0 && (
          <LoadFailure>
            <FaultList sending={sending} values={values} form={form} />
          </LoadFailure>
        )}
        <SendBar sending={sending} sheet={sheet} form={form} mocked={server.choice.kind === 'page-mock'} />
      </FormFrame>
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
    </RejectingResponse>
  );
}
