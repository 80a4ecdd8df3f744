import {useCallback, useState, type ReactNode} from 'react';

import type {NoticeProps} from './Notice';

/** Shows notes above the form, in place of earlier ones; nothing if there are none. */
export type Tell = (notes: readonly ReactNode[]) => void;

/** Notes for the reader about something that did not change the form. */
export function useTold(): readonly [told: NoticeProps | undefined, tell: Tell] {
  const [told, setTold] = useState<NoticeProps>();
  const tell = useCallback<Tell>(notes => {
    setTold(notes.length === 0 ? undefined : {notes, dismiss: () => setTold(undefined)});
  }, []);
  return [told, tell];
}
