import {isObject} from '../../../api/json';
import type {Json} from '../../../api/operation';
import type {Answer} from '../../../mock/answer';
import {jsonBody, type HandlerContext, type Handlers} from '../../../mock/handler';
import {refuseOtherVersion, resourceAnswer} from '../../../mock/conditional';
import {pageAnswer} from '../../../mock/cursor';
import {problem} from '../../../mock/problem';
import type {Tables, User} from '../tables';
import {deleteThreadRows} from './threads';
import {fieldText, textMap} from './fields';

/** The rules of the users resource, by operation id. */
export function userHandlers(tables: Tables, newId: (prefix: string) => string): Handlers {
  const {users, documents, threads} = tables;

  function listUsers(context: HandlerContext): Answer {
    const role = context.query.get('role');
    return pageAnswer(context, users, {
      order: 'oldest',
      fits: user => role === undefined || user.role === role,
      toJson: user => user,
    });
  }

  function createUser(context: HandlerContext): Answer {
    const {operation, basePath, now} = context;
    const fields = fieldsOf(jsonBody(context));
    const email = fields.email ?? '';
    if (isTaken(email)) {
      return problem(operation, 409);
    }
    const user: User = {
      id: newId('usr_'),
      email,
      name: fields.name ?? '',
      role: fields.role ?? 'user',
      metadata: fields.metadata ?? {},
      created_at: now,
      updated_at: now,
    };
    users.put(user.id, user);
    const {headers} = resourceAnswer(context, user);
    return {status: 201, headers: {...headers, Location: `${basePath}/users/${user.id}`}, json: user};
  }

  function getUser(context: HandlerContext): Answer {
    const user = find(context);
    return user ? resourceAnswer(context, user) : notFound(context);
  }

  function updateUser(context: HandlerContext): Answer {
    const {operation, now} = context;
    const user = find(context);
    if (!user) {
      return notFound(context);
    }
    const refusal = refuseOtherVersion(context, user);
    if (refusal) {
      return refusal;
    }
    const change = fieldsOf(jsonBody(context));
    if (change.email !== undefined && isTaken(change.email, user.id)) {
      return problem(operation, 409);
    }
    if (change.role !== undefined && change.role !== 'admin' && isLastAdministrator(user)) {
      return problem(operation, 409, {example: 'lastAdministrator'});
    }
    const changed: User = {...user, ...change, updated_at: now};
    users.put(user.id, changed);
    return resourceAnswer(context, changed);
  }

  /** Threads go with their user; documents stay and have no owner from then on. */
  function deleteUser(context: HandlerContext): Answer {
    const user = find(context);
    if (!user) {
      return notFound(context);
    }
    const refusal = refuseOtherVersion(context, user);
    if (refusal) {
      return refusal;
    }
    if (isLastAdministrator(user)) {
      return problem(context.operation, 409, {example: 'lastAdministrator'});
    }
    threads.having(user.id).forEach(thread => deleteThreadRows(tables, thread.id));
    documents.having(user.id).forEach(document => documents.put(document.id, {...document, owner_id: null}));
    users.remove(user.id);
    return {status: 204};
  }

  function find({pathParameters}: HandlerContext): User | undefined {
    return users.get(pathParameters.user_id ?? '');
  }

  /** Addresses are compared without regard to case. */
  function isTaken(email: string, but?: string): boolean {
    return users.having(email.toLowerCase()).some(({id}) => id !== but);
  }

  function isLastAdministrator({id, role}: User): boolean {
    return role === 'admin' && ![...users.rows()].some(({row}) => row.role === 'admin' && row.id !== id);
  }

  return {listUsers, createUser, getUser, updateUser, deleteUser};
}

function notFound({operation, pathParameters}: HandlerContext): Answer {
  return problem(operation, 404, {detail: `No user has the id ${pathParameters.user_id ?? ''}.`});
}

type UserFields = Partial<Pick<User, 'email' | 'name' | 'role' | 'metadata'>>;

/** The fields of a body that the document's schema has let through. */
function fieldsOf(body: Json): UserFields {
  const {metadata} = isObject(body) ? body : {};
  return {
    ...fieldText(body, 'email'),
    ...fieldText(body, 'name'),
    ...fieldText(body, 'role'),
    ...(isObject(metadata) ? {metadata: textMap(metadata)} : {}),
  };
}
