import {translate} from '@docusaurus/Translate';
import {operations} from '@generated/openapi/default/catalog.js';

import type {Operation} from '../../../api/operation';
import type {ApiRequest, Credential} from '../../../request/apiRequest';
import {applyRequest} from '../../../request/back/applyRequest';
import {isReadable} from '../../../request/json/jsonText';
import {matchesRange} from '../../../api/http/mediaType';
import {bodyKind} from '../../../request/mediaTypes';
import {atStart, type ParseProblem} from '../../../snippets/parse/place';
import {chosenBody, type RequestValues} from '../../../request/values';
import type {SampleReader} from '../../../snippets/sampleLanguage';
import {keepKeys, type KeptKeys} from '../credentials/keepKeys';
import type {ServerSelection} from '../server/useServer';
import OtherOperation from './OtherOperation';
import type {CodeReaderInput, CodeReading} from './useCodeReader';

/** Reads code for the form. Fetched when there is code to read, as the readers of languages are. */
export async function readCode(
  code: string,
  reader: SampleReader,
  {operation, values, server}: CodeReaderInput,
): Promise<CodeReading> {
  const parsed = await reader.read(code);
  if ('problems' in parsed) {
    return {problems: parsed.problems, notes: []};
  }
  const {request, notes} = parsed;
  const applied = applyRequest(operations, operation, values, request);
  if (applied.type === 'values') {
    return {
      values: applied.values,
      halfTyped: isHalfTyped(values, applied.values) ? halfTypedWords() : undefined,
      take() {
        const backToServer = server.snapshot();
        chooseServer(server, applied.baseUrl);
        const kept = keepKeys(operation, request.credentials, applied.baseUrl);
        return {
          notes: [...notes, ...mediaTypeNotes(operation, request), ...keyNotes(kept)],
          forgetKeys: kept.takeBack,
          restore() {
            backToServer();
            kept.takeBack();
          },
        };
      },
    };
  }
  const other = applied.type === 'other-operation' ? operations.find(({id}) => id === applied.id) : undefined;
  return other
    ? {problems: [], notes: [<OtherOperation key="other" other={other} request={request} />, ...notes]}
    : {problems: [atStart(noOperation(request))], notes};
}

/** Where a problem of pasted code is, which is nowhere in sight. */
export function placed({line, column, message}: ParseProblem): string {
  return translate(
    {id: 'codeEditing.place', message: 'Line {line}, column {column}: {message}'},
    {line, column, message},
  );
}

/** Code names a server: one of the document's, or one of the reader's own. The mock in the tab stands for the first. */
function chooseServer(server: ServerSelection, baseUrl: string): void {
  if (baseUrl === server.sampleBaseUrl) {
    return;
  }
  const known = server.choices.find(choice => choice.baseUrl === baseUrl && choice.kind !== 'custom');
  if (!known) {
    server.setCustomUrl(baseUrl);
  }
  server.choose(known?.id ?? 'custom');
}

/** Clients choose a media type of their own where code names none, and most APIs refuse it. */
function mediaTypeNotes({requestBody}: Operation, {body}: ApiRequest): readonly string[] {
  const sent = body.type === 'multipart' ? 'multipart/form-data' : body.type === 'none' ? '' : body.mediaType;
  const known = requestBody?.content.map(({type}) => type) ?? [];
  return sent === '' || known.length === 0 || known.some(range => matchesRange(sent, range))
    ? []
    : [
        translate(
          {
            id: 'codeEditing.mediaType',
            message: 'This code sends {sent}, but this operation accepts {known}. Set a Content-Type header.',
          },
          {sent, known: known.join(', ')},
        ),
      ];
}

/** What became of the keys that code holds. */
function keyNotes({origin, leftOut}: KeptKeys): readonly string[] {
  return [...(origin === undefined ? [] : [keptWords(origin)]), ...leftOut.map(leftOutWords)];
}

/** What is said of a request that no operation makes. */
function noOperation({method, url}: ApiRequest): string {
  return translate(
    {id: 'codeEditing.none', message: 'This API has no operation {method} {path}.'},
    {method, path: URL.canParse(url) ? new URL(url).pathname : url},
  );
}

function keptWords(origin: string): string {
  return translate(
    {id: 'codeEditing.key', message: 'The key in this code is kept in memory, for {origin} only.'},
    {origin},
  );
}

function leftOutWords(credential: Credential): string {
  switch (credential.type) {
    case 'basic':
      return translate({
        id: 'codeEditing.basicLeftOut',
        message:
          'The user name and password in this code are ignored, because this operation does not use them.',
      });
    case 'bearer':
      return translate({
        id: 'codeEditing.bearerLeftOut',
        message: 'The bearer token in this code is ignored, because this operation does not use one.',
      });
    case 'apiKey':
      return translate(
        {
          id: 'codeEditing.keyLeftOut',
          message: 'The key {name} in this code is ignored, because this operation does not use it.',
        },
        {name: credential.name},
      );
  }
}

/** Whether a body that was JSON is none for the moment. */
function isHalfTyped(before: RequestValues, after: RequestValues): boolean {
  return holdsReadable(before) && !holdsReadable(after);
}

function holdsReadable(values: RequestValues): boolean {
  const {mediaType} = values;
  const body = chosenBody(values);
  return (
    mediaType === undefined ||
    body?.type !== 'text' ||
    bodyKind(mediaType) !== 'json' ||
    isReadable(body.text)
  );
}

function halfTypedWords(): string {
  return translate({
    id: 'codeEditing.halfTyped',
    message: 'The body is not valid JSON yet. The form follows as soon as it is.',
  });
}
