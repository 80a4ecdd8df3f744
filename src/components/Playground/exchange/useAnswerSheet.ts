import {useState} from 'react';

import type {RequestValues} from '../../../request/values';
import {useMedia} from '../../useMedia';
import type {Sending} from './useSending';

export interface AnswerSheetState {
  /** Whether the window is so small that the answer comes as a sheet over the form. */
  readonly isSheet: boolean;
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
}

/**
 * On a phone the answer would come far below the form. It comes as a sheet instead, which opens when an answer comes or
 * starts to come, and closes when the answer fills in the form again.
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
