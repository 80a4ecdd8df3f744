import Translate, {translate} from '@docusaurus/Translate';
import {operations} from '@generated/openapi/default/catalog.js';
import {useCallback, useEffect, useRef, useState, type ReactNode} from 'react';

import type {Operation} from '../../api/operation';
import {checkBaseUrl} from '../../client/servers';
import {
  operationFingerprint,
  readShareLink,
  shareLink,
  type BrokenLink,
  type SharedRequest,
} from '../../request/shareLink';
import type {RequestValues} from '../../request/values';
import type {NoticeProps} from './Notice';
import type {ServerSelection} from './useServer';

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
    const target = server.choice.kind === 'page-mock' ? undefined : server.baseUrl;
    const made = await shareLink(operation, values, target);
    if (made.type === 'too-long') {
      setNotice({notes: [tooLongWords(made.length)], dismiss});
      return;
    }
    const {permalink = window.location.pathname} = operations.find(({id}) => id === operation.id) ?? {};
    const copied = await copyText(window.location.origin + permalink + made.fragment);
    setNotice({
      notes: [
        copied ? (
          copiedWords()
        ) : (
          <CopyYourself key="link" url={window.location.origin + permalink + made.fragment} />
        ),
        ...(made.leftOut.length === 0 ? [] : [leftOutWords(made.leftOut)]),
      ],
      dismiss,
    });
  }

  useEffect(() => {
    if (link === undefined || opened.current === link) {
      return;
    }
    opened.current = link;
    void readShareLink(link).then(read => {
      onLinkRead();
      if (read.type === 'broken') {
        setNotice({notes: [brokenWords(read.why)], dismiss});
        return;
      }
      const {shared} = read;
      setValues(shared.values);
      const known = chooseKnownServer(server, shared.server);
      setNotice({
        notes: [
          filledWords(operation, shared),
          ...(shared.fingerprint === operationFingerprint(operation) ? [] : [changedWords()]),
          ...(known || shared.server === undefined
            ? []
            : [<UnknownServer key="server" url={shared.server} server={server} />]),
        ],
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
    });
  }, [link, onLinkRead, operation, values, setValues, server, dismiss]);

  return {copy, notice};
}

/** A server of the document's own is chosen; any other waits for the reader. */
function chooseKnownServer(server: ServerSelection, baseUrl: string | undefined): boolean {
  const known = server.choices.find(choice => choice.kind !== 'custom' && choice.baseUrl === baseUrl);
  if (known) {
    server.choose(known.id);
  }
  return known !== undefined;
}

function UnknownServer({url, server}: {readonly url: string; readonly server: ServerSelection}): ReactNode {
  return (
    <>
      <Translate id="share.unknownServer" values={{server: <strong>{url}</strong>}}>
        {'The link was made for {server}, which is no server of this API. It is not chosen.'}
      </Translate>{' '}
      {checkBaseUrl(url) === undefined && (
        <button
          type="button"
          onClick={() => {
            server.setCustomUrl(url);
            server.choose('custom');
          }}
        >
          <Translate id="share.useServer">Send to it all the same</Translate>
        </button>
      )}
    </>
  );
}

/** Where the browser does not let the page write to the clipboard. */
function CopyYourself({url}: {readonly url: string}): ReactNode {
  return (
    <>
      <Translate id="share.copyYourself">
        The browser did not let the page copy. Copy the link yourself:
      </Translate>{' '}
      <code>{url}</code>
    </>
  );
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function filledWords({method, path}: Operation, {values}: SharedRequest): string {
  const names = values.headers.map(({name}) => name);
  return [
    translate(
      {
        id: 'share.filled',
        message: 'A link filled in {method} {path}. Nothing is sent until you choose Send.',
      },
      {method, path},
    ),
    ...(names.length === 0
      ? []
      : [
          translate(
            {id: 'share.headers', message: 'It adds the headers {names}.'},
            {names: names.join(', ')},
          ),
        ]),
  ].join(' ');
}

function changedWords(): string {
  return translate({
    id: 'share.changed',
    message: 'The documentation of this operation has changed since the link was made: look over the values.',
  });
}

function copiedWords(): string {
  return translate({id: 'share.copied', message: 'The link is copied. It holds what you typed, and no key.'});
}

function leftOutWords(names: readonly string[]): string {
  return translate(
    {id: 'share.leftOut', message: 'Left out, as it may be a key: {names}.'},
    {names: names.join(', ')},
  );
}

function tooLongWords(length: number): string {
  return translate(
    {
      id: 'share.tooLong',
      message:
        'This request makes a link of {length} characters, more than mail and chat carry. Copy the cURL sample instead.',
    },
    {length},
  );
}

function brokenWords(why: BrokenLink): string {
  switch (why) {
    case 'other-version':
      return translate({
        id: 'share.otherVersion',
        message:
          'This link was made by another version of the site. Ask for a new one. The form is as you left it.',
      });
    case 'incomplete':
      return translate({
        id: 'share.incomplete',
        message:
          'This link is not complete: a part was lost on the way. Ask for it again. The form is as you left it.',
      });
    case 'too-large':
      return translate({
        id: 'share.tooLarge',
        message: 'This link holds more than a request can: it is not opened. The form is as you left it.',
      });
    case 'not-a-request':
      return translate({
        id: 'share.notARequest',
        message: 'This link holds no request that this form knows. The form is as you left it.',
      });
  }
}
