import type {Json} from '../api/operation';
import type {Answer} from './answer';
import type {HandlerContext} from './handler';
import {entityTag} from './hash';
import {problem} from './problem';

/** A response with a resource and its entity tag, or 304 if the client has it (RFC 9110 §13.1.2). */
export function resourceAnswer({request}: HandlerContext, json: Json): Answer {
  const tag = entityTag(JSON.stringify(json));
  const held = request.headers.get('If-None-Match');
  return held !== null && request.method !== 'POST' && names(held, tag)
    ? {status: 304, headers: {ETag: tag}}
    : {status: 200, headers: {ETag: tag}, json};
}

/** A 412 if the client requires another version than the current one (RFC 9110 §13.1.1). */
export function refuseOtherVersion({operation, request}: HandlerContext, current: Json): Answer | undefined {
  const meant = request.headers.get('If-Match');
  return meant === null || names(meant, entityTag(JSON.stringify(current)))
    ? undefined
    : problem(operation, 412);
}

/** Whether a list of entity tags, or `*`, includes a version. */
export function names(list: string, tag: string): boolean {
  return list.split(',').some(item => {
    const name = item.trim();
    return name === '*' || name === tag || name === `W/${tag}`;
  });
}
