import Translate, {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import type {Operation} from '../../../api/operation';
import {checkBaseUrl} from '../../../client/servers';
import {
  operationFingerprint,
  readShareLink,
  shareLink,
  type BrokenLink,
  type SharedRequest,
} from '../../../request/share/shareLink';
import type {RequestValues} from '../../../request/values';
import {copyText} from '../../copyText';
import type {ServerSelection} from '../server/useServer';
import {permalinkOf} from './permalinkOf';

/** Copies a link to a request and resolves to the notes about it. Loaded when a link is made or opened. */
export async function copyLink(
  operation: Operation,
  values: RequestValues,
  target: string | undefined,
): Promise<readonly ReactNode[]> {
  const making = shareLink(operation, values, target);
  const address = linkAddress(making, operation.id);
  const copying = copyText(address).then(
    () => true,
    () => false,
  );
  const made = await making;
  const copied = await copying;
  if (made.type === 'too-long') {
    return [tooLongWords(made.length)];
  }
  if (made.type === 'unsupported') {
    return [unsupportedWords()];
  }
  return [
    copied ? copiedWords() : <CopyYourself key="link" url={await address} />,
    ...(made.leftOut.length === 0 ? [] : [leftOutWords(made.leftOut)]),
  ];
}

/** Rejects if there is no link: nothing is copied then. */
async function linkAddress(making: ReturnType<typeof shareLink>, operation: string): Promise<string> {
  const [made, permalink] = await Promise.all([making, permalinkOf(operation).catch(() => undefined)]);
  if (made.type !== 'link') {
    throw new RangeError(made.type);
  }
  return window.location.origin + (permalink ?? window.location.pathname) + made.fragment;
}

export interface OpenedLink {
  /** Missing if the link cannot be read. */
  readonly values?: RequestValues;
  /** The server of the document for which the link was made; a custom server is left for the reader to choose. */
  readonly serverId?: string;
  readonly notes: readonly ReactNode[];
}

/** The values in a link, and the notes about it. */
export async function openLink(
  operation: Operation,
  link: string,
  server: ServerSelection,
): Promise<OpenedLink> {
  const read = await readShareLink(link, operation);
  if (read.type === 'broken') {
    return {notes: [brokenWords(read.why)]};
  }
  const {shared} = read;
  const known = server.choices.find(({kind, baseUrl}) => kind !== 'custom' && baseUrl === shared.server);
  return {
    values: shared.values,
    ...(known ? {serverId: known.id} : {}),
    notes: [
      filledWords(operation, shared),
      ...(shared.fingerprint === operationFingerprint(operation) ? [] : [changedWords()]),
      ...(known || shared.server === undefined
        ? []
        : [<UnknownServer key="server" url={shared.server} server={server} />]),
    ],
  };
}

function UnknownServer({url, server}: {readonly url: string; readonly server: ServerSelection}): ReactNode {
  return (
    <>
      <Translate id="share.unknownServer" values={{server: <strong>{url}</strong>}}>
        {'The link was created for {server}, which is not a server of this API. It was not selected.'}
      </Translate>{' '}
      {checkBaseUrl(url) === undefined && (
        <button
          type="button"
          onClick={() => {
            server.setCustomUrl(url);
            server.choose('custom');
          }}
        >
          <Translate id="share.useServer">Use it anyway</Translate>
        </button>
      )}
    </>
  );
}

/** Shown if the browser does not let the page write to the clipboard. */
function CopyYourself({url}: {readonly url: string}): ReactNode {
  return (
    <>
      <Translate id="share.copyYourself">
        The browser did not allow copying. Copy the link yourself:
      </Translate>{' '}
      <code>{url}</code>
    </>
  );
}

function filledWords({method, path}: Operation, {values, leftOut}: SharedRequest): string {
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
    ...(leftOut.length === 0
      ? []
      : [
          translate(
            {
              id: 'share.missing',
              message: 'It contains no secrets. Fill in what was left out: {names}.',
            },
            {names: leftOut.join(', ')},
          ),
        ]),
  ].join(' ');
}

function changedWords(): string {
  return translate({
    id: 'share.changed',
    message: 'The documentation of this operation has changed since the link was created. Check the values.',
  });
}

function copiedWords(): string {
  return translate({
    id: 'share.copied',
    message: 'The link is copied. It contains what you typed, but no key.',
  });
}

function leftOutWords(names: readonly string[]): string {
  return translate(
    {id: 'share.leftOut', message: 'Left out, because it may be a key: {names}.'},
    {names: [...new Set(names)].join(', ')},
  );
}

function tooLongWords(length: number): string {
  return translate(
    {
      id: 'share.tooLong',
      message:
        'The link would have {length} characters, more than email and chat can handle. Copy the cURL sample instead.',
    },
    {length},
  );
}

function unsupportedWords(): string {
  return translate({
    id: 'share.unsupported',
    message: 'This browser is too old for links to requests. Update it, or copy the cURL sample instead.',
  });
}

function brokenWords(why: BrokenLink): string {
  switch (why) {
    case 'other-version':
      return translate({
        id: 'share.otherVersion',
        message:
          'This link comes from another version of the site. Ask for a new one. The form has not changed.',
      });
    case 'incomplete':
      return translate({
        id: 'share.incomplete',
        message: 'This link is incomplete. Ask for it again. The form has not changed.',
      });
    case 'too-large':
      return translate({
        id: 'share.tooLarge',
        message:
          'This link contains more than a request can, so it was not opened. The form has not changed.',
      });
    case 'unsupported':
      return unsupportedWords();
    case 'not-a-request':
      return translate({
        id: 'share.notARequest',
        message: 'This link contains no request for this form. The form has not changed.',
      });
  }
}
