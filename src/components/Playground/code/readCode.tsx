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

/** Reads code into values of the form. Loaded on demand, like the parsers of the languages. */
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

/** A problem of pasted code with its line and column, because the code itself is not visible. */
export function placed({line, column, message}: ParseProblem): string {
  return translate(
    {id: 'codeEditing.place', message: 'Line {line}, column {column}: {message}'},
    {line, column, message},
  );
}

/** Chooses the server in the code: one of the document's, or a custom one. The mock in the tab stands for the first. */
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

/** Without a `Content-Type`, clients choose a default of their own, which most APIs reject. */
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

/** Notes on what happened to the keys in the code. */
function keyNotes({origin, leftOut}: KeptKeys): readonly string[] {
  return [...(origin === undefined ? [] : [keptWords(origin)]), ...leftOut.map(leftOutWords)];
}

/** The message for a request that matches no operation. */
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

/** Whether a body that was JSON is temporarily not. */
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
