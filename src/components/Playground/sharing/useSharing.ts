import {translate} from '@docusaurus/Translate';
import {useEffect, useRef} from 'react';

import type {Operation} from '../../../api/operation';
import type {RequestValues} from '../../../request/values';
import type {ServerSelection} from '../server/useServer';
import type {FillLate} from '../useLateFilling';
import type {Tell} from '../useTold';
import type {Fill} from '../useTypedValues';

export interface SharingInput {
  readonly operation: Operation;
  readonly values: RequestValues;
  readonly fill: Fill;
  readonly beginFilling: () => FillLate;
  readonly tell: Tell;
  readonly server: ServerSelection;
  /** The fragment of the link that opened the page. */
  readonly link: string | undefined;
  readonly onLinkRead: () => void;
}

/**
 * Links that contain a request: opens the one that opened the page, which fills in the form and sends nothing. The
 * returned function copies a link to the request of the form.
 */
export function useSharing(input: SharingInput): () => Promise<void> {
  const {operation, values, fill, beginFilling, tell, server, link, onLinkRead} = input;
  const opened = useRef<string>(undefined);

  useEffect(() => {
    if (link !== undefined && opened.current !== link) {
      opened.current = link;
      void openLink(link);
    }

    async function openLink(fragment: string): Promise<void> {
      const fillLate = beginFilling();
      const sharing = await import('./sharing').catch(() => undefined);
      if (!sharing) {
        // The link is kept for a reload.
        tell([notLoadedWords()]);
        return;
      }
      const shared = await sharing.openLink(operation, fragment, server);
      onLinkRead();
      const {values: linked, serverId, notes} = shared;
      if (!linked) {
        tell(notes);
        return;
      }
      fillLate(() => {
        const restore = server.snapshot();
        if (serverId !== undefined) {
          server.choose(serverId);
        }
        fill(linked, 'link', {notes, restore});
      });
    }
  }, [link, onLinkRead, operation, fill, beginFilling, tell, server]);

  return async () => {
    const sharing = await import('./sharing').catch(() => undefined);
    const target = server.choice.kind === 'page-mock' ? undefined : server.baseUrl;
    tell(sharing ? await sharing.copyLink(operation, values, target) : [notLoadedWords()]);
  };
}

function notLoadedWords(): string {
  return translate({
    id: 'share.notLoaded',
    message:
      'The part that creates and reads links did not load. Check your connection, then reload the page.',
  });
}
