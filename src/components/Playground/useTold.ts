import {useCallback, useState, type ReactNode} from 'react';

import type {NoticeProps} from './Notice';

/** Says something above the form, in place of what was said there before; nothing where there are no notes. */
export type Tell = (notes: readonly ReactNode[]) => void;

/** What the reader is to know of something that left the form as it was. */
export function useTold(): readonly [told: NoticeProps | undefined, tell: Tell] {
  const [told, setTold] = useState<NoticeProps>();
  const tell = useCallback<Tell>(notes => {
    setTold(notes.length === 0 ? undefined : {notes, dismiss: () => setTold(undefined)});
  }, []);
  return [told, tell];
}
