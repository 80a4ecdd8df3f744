import {readContent, readHeaders, type ReadSchema} from './content';
import {compact, fromMembers, isObject, members, text, toJson, type JsonObject} from './json';
import type {Omissions} from './omissions';
import type {Link, OperationResponse, Reproduction} from './operation';
import {dereference, leadsNowhere} from './references';

/** Finds the id of an operation by the JSON pointer of a link's `operationRef`. */
export type FindOperation = (pointer: string) => string | undefined;

interface ResponseReading {
  readonly readSchema: ReadSchema;
  readonly findOperation: FindOperation;
  readonly omissions: Omissions;
}

/** An answer of which nothing but the status can be read stays, with its status. */
export function readResponses(
  document: JsonObject,
  {responses, pointer}: {readonly responses: unknown; readonly pointer: string},
  {readSchema, findOperation, omissions}: ResponseReading,
): OperationResponse[] {
  if (responses !== undefined && !isObject(responses)) {
    omissions.add(pointer);
  }
  return members(responses)
    .filter(([status]) => !status.startsWith('x-'))
    .map(([status, value]) => {
      if (leadsNowhere(document, value)) {
        omissions.add(`${pointer}/${status}`);
      }
      const response = dereference(document, value);
      return compact({
        status: status.toLowerCase() === 'default' ? 'default' : status.toUpperCase(),
        description: text(response['description']) ?? '',
        headers: readHeaders(document, response['headers'], readSchema),
        content: readContent(document, response['content'], readSchema),
        links: readLinks(document, response['links'], findOperation),
        reproduction: readReproduction(response['x-reproduce']),
      });
    });
}

function readLinks(document: JsonObject, links: unknown, findOperation: FindOperation): Link[] {
  return members(links).flatMap(([name, value]) => {
    const link = dereference(document, value);
    const operationId = text(link['operationId']) ?? findOperation(text(link['operationRef']) ?? '');
    return operationId === undefined
      ? []
      : [
          compact({
            name,
            operationId,
            description: text(link['description']),
            parameters: fromMembers(
              members(link['parameters']).map(([key, expression]) => [key, plain(expression)]),
            ),
          }),
        ];
  });
}

function readReproduction(value: unknown): Reproduction | undefined {
  if (!isObject(value)) {
    return undefined;
  }
  const {credential, body} = value;
  return compact({
    summary: text(value['summary']) ?? '',
    parameters: fromMembers(members(value['parameters']).map(([key, item]) => [key, toJson(item)])),
    headers: fromMembers(members(value['headers']).map(([key, item]) => [key, plain(item)])),
    credential: credential === null ? null : text(credential),
    body: body === undefined ? undefined : toJson(body),
    bodyText: text(value['bodyText']),
    mediaType: text(value['mediaType']),
  });
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(toJson(value));
}
