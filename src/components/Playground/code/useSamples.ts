import {useCallback, useEffect, useMemo, useState} from 'react';

import type {ApiRequest} from '../../../request/apiRequest';
import type {BuiltRequest} from '../../../request/wire/build';
import type {CodeExample} from '../../../request/examples/codeExamples';
import type {SnippetOptions} from '../../../snippets/snippet';
import type {SampleIn} from '../../CodeTabs/useMoreSample';
import type * as sampleParts from './samplesOf';

let loaded: typeof sampleParts | undefined;

/** Whether a request can be sent as it is, by any client; as far as is known before the first samples are needed. */
export function useSendable({request, problems}: BuiltRequest): boolean {
  const parts = loaded;
  return useMemo(
    () => problems.length === 0 && parts?.isSendable(request) !== false,
    [request, problems, parts],
  );
}

export interface Samples {
  /** Whether what makes them failed to load, so that the page shows samples of an earlier request. */
  readonly failed: boolean;
  /** The samples of the last request that could be sent; undefined until they are needed. */
  readonly last: readonly CodeExample[] | undefined;
  /** Makes the sample of the same request in another language. */
  readonly sampleIn: SampleIn;
}

/** The samples of a request, updated as it changes. What makes them is loaded when they are first needed. */
export function useSamples(
  request: ApiRequest,
  sendable: boolean,
  shownAs: NonNullable<SnippetOptions['credentials']>,
  wanted: boolean,
): Samples {
  const [generate, setGenerate] = useState(() => loaded?.samplesOf);
  const [failed, setFailed] = useState(false);
  const isToBeLoaded = wanted && !generate;
  useEffect(() => {
    if (isToBeLoaded) {
      import('./samplesOf').then(
        parts => {
          loaded = parts;
          setFailed(false);
          setGenerate(() => parts.samplesOf);
        },
        () => setFailed(true),
      );
    }
    // Each change of the request is another attempt.
  }, [isToBeLoaded, request]);

  const samples = useMemo(
    () => (sendable && wanted ? generate?.(request, shownAs) : undefined),
    [sendable, wanted, generate, request, shownAs],
  );
  // A request that cannot be sent has no samples: the last ones stay, and the form says why.
  const [last, setLast] = useState(samples);
  if (samples && samples !== last) {
    setLast(samples);
  }
  const [lastRequest, setLastRequest] = useState(request);
  if (sendable && request !== lastRequest) {
    setLastRequest(request);
  }
  const sampleIn: SampleIn = useCallback(
    async language => {
      const {sampleOrReason} = await import('../../../snippets/sampleOf');
      return sampleOrReason(lastRequest, language, {credentials: shownAs});
    },
    [lastRequest, shownAs],
  );
  return {failed, last, sampleIn};
}
