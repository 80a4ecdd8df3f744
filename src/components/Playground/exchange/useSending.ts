import {translate} from '@docusaurus/Translate';
import {useCallback, useEffect, useMemo, useRef, useState} from 'react';

import type {Operation} from '../../../api/operation';
import type {Progress} from '../../../client/followStream';
import type {Result} from '../../../client/result';
import type {ServerChoice} from '../../../client/servers';
import type {ApiRequest, RequestProblem} from '../../../request/apiRequest';
import type {RequestValues} from '../../../request/values';
import {pickedFiles} from '../fields/pickedFiles';
import type {ServerSelection} from '../server/useServer';
import type * as checkParts from './checks';
import type * as transportParts from './transport';
import {useExchange} from './useExchange';

type Transport = typeof transportParts;
type Checks = typeof checkParts;

export interface SendingInput {
  readonly operation: Operation;
  readonly values: RequestValues;
  readonly built: {readonly request: ApiRequest; readonly problems: readonly RequestProblem[]};
  readonly server: ServerSelection;
  /** Whether the browser's cookies for the server are sent too. */
  readonly cookies: boolean;
  /** The request as the samples show it, with an address that others can reach. */
  readonly shown: ApiRequest;
}

export interface Sending {
  /** Sends the request, or reports the faults that prevent it. */
  readonly send: () => Promise<void>;
  /** Sends a request that does not match the documentation: readers often come to see the API's own error. */
  readonly sendAnyway: () => Promise<void>;
  readonly cancel: () => void;
  readonly underWay: boolean;
  /** The part of a streamed response that has arrived. */
  readonly progress: Progress | undefined;
  readonly result: Result | undefined;
  /** The request that the result belongs to. */
  readonly answered: Answered | undefined;
  /** Empty until the first attempt to send; from then on updated while typing. */
  readonly faults: readonly RequestProblem[];
  readonly canSendAnyway: boolean;
  /** What the last response names as invalid, even if the form has changed since. */
  readonly rejected: readonly RequestProblem[];
  /** What the fields show: the faults, and values that the server rejected and that have not been changed since. */
  readonly marks: readonly RequestProblem[];
  /** The last attempt, if faults stopped it. */
  readonly stop: Stop | undefined;
  readonly faultsAt: (at: string) => readonly string[];
}

/** An attempt to send that faults stopped. */
export interface Stop {
  /** The element that had focus when the reader chose Send. */
  readonly from: Element | null;
  readonly values: RequestValues;
}

/** A request that was sent. */
export interface Answered {
  /** The request as the samples showed it. */
  readonly request: ApiRequest;
  readonly values: RequestValues;
  readonly server: ServerChoice;
}

/** Everything from pressing Send to the response, with the checks in between. */
export function useSending({operation, values, built, server, cookies, shown}: SendingInput): Sending {
  const {result, about: answered, sending: underWay, progress, run, cancel} = useExchange<Answered>();
  const [checks, setChecks] = useState<Checks>();
  const [stop, setStop] = useState<Stop>();

  /** What prevents the request from being sent. */
  const unsendableBy = useCallback(
    (by: Checks | undefined): readonly RequestProblem[] => [
      ...(server.problem ? [{at: 'server', message: server.problem}] : []),
      ...built.problems,
      // A URL that is invalid because of its server is reported once, where the server is chosen.
      ...(by?.checkRequest(built.request) ?? [])
        .filter(({at}) => at !== 'url' || !server.problem)
        .flatMap(fault => by?.faultInForm(fault, built.request, values) ?? []),
    ],
    [built, server.problem, values],
  );
  const unsendable = useMemo(() => unsendableBy(checks), [unsendableBy, checks]);
  const faults = useMemo(() => {
    if (!stop) {
      return [];
    }
    return unsendable.length > 0 ? unsendable : (checks?.validateValues(operation, values) ?? []);
  }, [stop, unsendable, checks, operation, values]);

  const [transport, setTransport] = useState<Transport>();
  const rejected = useMemo(
    () => (result && answered ? (transport?.rejectedValues(operation, answered.values, result) ?? []) : []),
    [transport, operation, answered, result],
  );
  const isOfServer = answered?.server.baseUrl === server.choice.baseUrl;
  const marks = useMemo(() => {
    const still =
      transport && answered && isOfServer && !underWay
        ? transport.stillRejected(rejected, answered.values, values)
        : [];
    return [...faults, ...still.map(({at, message}) => ({at, message: rejectionInWords(message)}))];
  }, [transport, rejected, answered, isOfServer, underWay, values, faults]);

  const transmit = useCallback(async () => {
    setStop(undefined);
    const {kind} = server.choice;
    await run(
      async (signal, onProgress) => {
        const loaded = await import('./transport').catch(() => undefined);
        if (!loaded) {
          return notLoaded();
        }
        setTransport(loaded);
        const {fetchFromPageMock, fetchWithinOrigin, followStream, send} = loaded;
        return send(built.request, {
          signal,
          ...followStream(onProgress),
          files: pickedFiles,
          cookies,
          target: kind,
          fetch: kind === 'page-mock' ? fetchFromPageMock : fetchWithinOrigin,
        });
      },
      {request: shown, values, server: server.choice},
    );
  }, [run, built.request, cookies, shown, values, server.choice]);

  /** The press of Send that is being checked: a later one replaces it, and a closed form sends nothing. */
  const press = useRef(0);
  useEffect(
    () => () => {
      press.current++;
    },
    [],
  );

  async function checkAndSend(): Promise<void> {
    const current = ++press.current;
    const attempt = {from: document.activeElement, values};
    if (unsendable.length > 0) {
      setStop(attempt);
      return;
    }
    // If the checks do not load, the server has to judge.
    const loaded = await import('./checks').catch(() => undefined);
    if (press.current !== current) {
      return;
    }
    setChecks(loaded);
    if (loaded && (unsendableBy(loaded).length > 0 || loaded.validateValues(operation, values).length > 0)) {
      setStop(attempt);
      return;
    }
    await transmit();
  }

  return {
    send: checkAndSend,
    sendAnyway: transmit,
    cancel,
    underWay,
    progress,
    result,
    answered,
    faults,
    rejected,
    marks,
    canSendAnyway: unsendable.length === 0,
    stop,
    faultsAt: at => marks.filter(fault => fault.at === at).map(({message}) => message),
  };
}

/** The server's own message, marked so that it is not taken for a fault of the form. */
function rejectionInWords(message: string): string {
  return translate({id: 'rejected.said', message: 'The server says: {message}'}, {message});
}

/** What sends requests is loaded when it is needed, which may fail. */
function notLoaded(): Result {
  return {
    type: 'failure',
    cause: 'unreachable',
    title: translate({id: 'sending.notLoaded', message: 'Part of this page did not load.'}),
    explanation: translate({
      id: 'sending.notLoadedMeans',
      message: 'It is the part that sends requests, so nothing was sent.',
    }),
    nextStep: translate({
      id: 'sending.notLoadedNext',
      message: 'Check your connection, then send again. What you typed is kept.',
    }),
    durationMs: 0,
    notes: [],
  };
}
