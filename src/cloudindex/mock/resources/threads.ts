import {isObject, member} from '../../../api/json';
import type {Json} from '../../../api/operation';
import type {Answer} from '../../../mock/answer';
import {jsonBody, type HandlerContext, type Handlers} from '../../../mock/handler';
import {refuseOtherVersion, resourceAnswer} from '../../../mock/conditional';
import {pageAnswer} from '../../../mock/cursor';
import {problem, validationProblem} from '../../../mock/problem';
import type {Tables, Thread} from '../tables';
import {fieldText, textMap} from './fields';

/** The rules of threads, by operation id. */
export function threadHandlers(tables: Tables, newId: (prefix: string) => string): Handlers {
  const {threads, messages, users} = tables;

  function threadJson(thread: Thread): Json {
    return {...thread, message_count: messages.having(thread.id).length};
  }

  function listThreads(context: HandlerContext): Answer {
    const user = context.query.get('user_id');
    return pageAnswer(context, threads, {
      order: 'newest',
      fits: thread => user === undefined || thread.user_id === user,
      toJson: threadJson,
    });
  }

  function createThread(context: HandlerContext): Answer {
    const {operation, basePath, now} = context;
    const body = jsonBody(context);
    const {title = 'New thread'} = fieldText(body, 'title');
    const {user_id: user = null} = fieldText(body, 'user_id');
    if (user !== null && !users.get(user)) {
      return validationProblem(operation, [{pointer: '#/user_id', detail: 'must be the id of a user'}]);
    }
    const thread: Thread = {
      id: newId('thr_'),
      title,
      user_id: user,
      metadata: textMap(member(body, 'metadata')),
      created_at: now,
      updated_at: now,
    };
    threads.put(thread.id, thread);
    const json = threadJson(thread);
    const {headers} = resourceAnswer(context, json);
    return {status: 201, headers: {...headers, Location: `${basePath}/threads/${thread.id}`}, json};
  }

  function getThread(context: HandlerContext): Answer {
    const thread = findThread(tables, context);
    return thread ? resourceAnswer(context, threadJson(thread)) : threadNotFound(context);
  }

  function updateThread(context: HandlerContext): Answer {
    const thread = findThread(tables, context);
    if (!thread) {
      return threadNotFound(context);
    }
    const refusal = refuseOtherVersion(context, threadJson(thread));
    if (refusal) {
      return refusal;
    }
    const body = jsonBody(context);
    const metadata = member(body, 'metadata');
    const changed: Thread = {
      ...thread,
      ...fieldText(body, 'title'),
      ...(isObject(metadata) ? {metadata: textMap(metadata)} : {}),
      updated_at: context.now,
    };
    threads.put(thread.id, changed);
    return resourceAnswer(context, threadJson(changed));
  }

  function deleteThread(context: HandlerContext): Answer {
    const thread = findThread(tables, context);
    if (!thread) {
      return threadNotFound(context);
    }
    const refusal = refuseOtherVersion(context, threadJson(thread));
    if (refusal) {
      return refusal;
    }
    deleteThreadRows(tables, thread.id);
    return {status: 204};
  }

  return {listThreads, createThread, getThread, updateThread, deleteThread};
}

export function findThread({threads}: Tables, {pathParameters}: HandlerContext): Thread | undefined {
  return threads.get(pathParameters.thread_id ?? '');
}

export function threadNotFound({operation, pathParameters}: HandlerContext): Answer {
  return problem(operation, 404, {detail: `No thread has the id ${pathParameters.thread_id ?? ''}.`});
}

/** A thread goes with all of its messages. */
export function deleteThreadRows({threads, messages}: Tables, id: string): void {
  messages.having(id).forEach(message => messages.remove(message.id));
  threads.remove(id);
}
