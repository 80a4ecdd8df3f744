import {translate} from '@docusaurus/Translate';
import {useCallback, useEffect, useRef, useState} from 'react';

import type {Operation} from '../../../api/operation';
import type {RequestValues} from '../../../request/values';
import type {NoticeProps} from '../Notice';
import type {ServerSelection} from '../server/useServer';

export interface SharingInput {
  readonly operation: Operation;
  readonly values: RequestValues;
  readonly setValues: (values: RequestValues) => void;
  readonly server: ServerSelection;
  /** The fragment of the link that the page was opened by. */
  readonly link: string | undefined;
  readonly onLinkRead: () => void;
}

export interface Sharing {
  /** Puts a link to this request on the clipboard. */
  readonly copy: () => Promise<void>;
  readonly notice: NoticeProps | undefined;
}

/** Links that carry a request: making one, and what one that was opened has filled in. Nothing is sent by opening one. */
export function useSharing({operation, values, setValues, server, link, onLinkRead}: SharingInput): Sharing {
  const [notice, setNotice] = useState<NoticeProps>();
  const dismiss = useCallback(() => setNotice(undefined), []);
  const opened = useRef<string>(undefined);

  async function copy(): Promise<void> {
    const sharing = await import('./sharing').catch(() => undefined);
    const target = server.choice.kind === 'page-mock' ? undefined : server.baseUrl;
    const notes = sharing ? await sharing.copyLink(operation, values, target) : [notLoadedWords()];
    setNotice({notes, dismiss});
  }

  useEffect(() => {
    if (link === undefined || opened.current === link) {
      return;
    }
    opened.current = link;
    void openLink(link);

    async function openLink(fragment: string): Promise<void> {
      const sharing = await import('./sharing').catch(() => undefined);
      const shared = await sharing?.openLink(operation, fragment, server);
      onLinkRead();
      if (!shared?.values) {
        setNotice({notes: shared?.notes ?? [notLoadedWords()], dismiss});
        return;
      }
      setValues(shared.values);
      setNotice({
        notes: shared.notes,
        undo: {
          label: translate({id: 'share.discard', message: 'Discard'}),
          run: () => {
            setValues(values);
            server.choose(server.choice.id);
            dismiss();
          },
        },
        dismiss,
      });
    }
  }, [link, onLinkRead, operation, values, setValues, server, dismiss]);

  return {copy, notice};
}

function notLoadedWords(): string {
  return translate({
    id: 'share.notLoaded',
    message: 'What makes and reads links did not load. Check your connection, then reload the page.',
  });
}
