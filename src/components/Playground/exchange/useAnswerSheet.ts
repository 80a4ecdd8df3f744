import {useState} from 'react';

import type {RequestValues} from '../../../request/values';
import {useMedia} from '../../useMedia';
import type {Sending} from './useSending';

export interface AnswerSheetState {
  /** Whether the window is so small that the response is shown in a sheet over the form. */
  readonly isSheet: boolean;
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
}

/**
 * On a phone the response would be far below the form. It is shown in a sheet instead, which opens when a response
 * arrives or starts to arrive, and closes when the response fills in the form again.
 */
export function useAnswerSheet({result, progress}: Sending, values: RequestValues): AnswerSheetState {
  const isSheet = useMedia('(max-width: 40rem)');
  const [open, setOpen] = useState(false);
  const [seen, setSeen] = useState({result, streams: progress !== undefined, values});
  const streams = progress !== undefined;
  if (seen.result !== result || seen.streams !== streams || seen.values !== values) {
    setSeen({result, streams, values});
    const endsStream = seen.streams && !streams;
    if (seen.values !== values) {
      setOpen(false);
    } else if (!endsStream) {
      setOpen(true);
    }
  }
  return {isSheet, open: isSheet && open, setOpen};
}
