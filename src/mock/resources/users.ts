import type {Json} from '../../api/operation';
import type {Answer, Handler, HandlerContext} from '../answer';
import {decodeCursor, encodeCursor} from '../cursor';
import {problem, validationProblem} from '../problem';
import type {User} from '../store';

/** The rules of the users resource, by operation id. */
export const userHandlers: {readonly [operationId: string]: Handler} = {
  listUsers,
  createUser,
  getUser,
  updateUser,
  deleteUser,
};

const DEFAULT_LIMIT = 20;

/** Oldest first. A cursor names the last user of the page before, so pages stay right while users come and go. */
function listUsers({operation, query, store}: HandlerContext): Answer {
  const limit = Number(query.get('limit') ?? DEFAULT_LIMIT);
  const cursor = query.get('cursor');
  const after = cursor === null ? undefined : decodeCursor(cursor);
  if (cursor !== null && after === undefined) {
    return validationProblem(operation, [
      {pointer: '#/query/cursor', detail: 'must be the next_cursor of an earlier page'},
    ]);
  }
  const role = query.get('role');
  const rest = [...store.get().users]
    .sort((a, b) => compare(keyOf(a), keyOf(b)))
    .filter(user => (role === null || user.role === role) && (!after || compare(keyOf(user), after) > 0));
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return {
    status: 200,
    body: {
      data: page.map(toJson),
      next_cursor: last && rest.length > page.length ? encodeCursor(keyOf(last)) : null,
    },
  };
}

function createUser({operation, body, store, basePath, now, newId}: HandlerContext): Answer {
  const fields = fieldsOf(body);
  const email = fields.email ?? '';
  if (emailTaken(store.get().users, email)) {
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
  store.set({...store.get(), users: [...store.get().users, user]});
  return {status: 201, headers: {Location: `${basePath}/users/${user.id}`}, body: toJson(user)};
}

function getUser(context: HandlerContext): Answer {
  const user = findUser(context);
  return user ? {status: 200, body: toJson(user)} : notFound(context);
}

function updateUser(context: HandlerContext): Answer {
  const {operation, body, store, now} = context;
  const user = findUser(context);
  if (!user) {
    return notFound(context);
  }
  const change = fieldsOf(body);
  const {users} = store.get();
  if (
    change.email !== undefined &&
    emailTaken(
      users.filter(({id}) => id !== user.id),
      change.email,
    )
  ) {
    return problem(operation, 409);
  }
  const changed: User = {...user, ...change, updated_at: now};
  store.set({...store.get(), users: users.map(other => (other.id === user.id ? changed : other))});
  return {status: 200, body: toJson(changed)};
}

function deleteUser(context: HandlerContext): Answer {
  const user = findUser(context);
  if (!user) {
    return notFound(context);
  }
  const {store} = context;
  store.set({...store.get(), users: store.get().users.filter(({id}) => id !== user.id)});
  return {status: 204};
}

function findUser({store, pathParameters}: HandlerContext): User | undefined {
  return store.get().users.find(({id}) => id === pathParameters.user_id);
}

function notFound({operation, pathParameters}: HandlerContext): Answer {
  return problem(operation, 404, {detail: `No user has the id ${pathParameters.user_id ?? ''}.`});
}

/** Addresses are compared without regard to case. */
function emailTaken(users: readonly User[], email: string): boolean {
  return users.some(user => user.email.toLowerCase() === email.toLowerCase());
}

type UserFields = Partial<Pick<User, 'email' | 'name' | 'role' | 'metadata'>>;

/** The fields of a body that the document's schema has let through. */
function fieldsOf(body: Json): UserFields {
  const {email, name, role, metadata} = isObject(body) ? body : {};
  return {
    ...(typeof email === 'string' ? {email} : {}),
    ...(typeof name === 'string' ? {name} : {}),
    ...(typeof role === 'string' ? {role} : {}),
    ...(isObject(metadata) ? {metadata: textEntries(metadata)} : {}),
  };
}

function isObject(value: Json | undefined): value is {readonly [name: string]: Json} {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textEntries(value: {readonly [name: string]: Json}): {readonly [name: string]: string} {
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

type Key = readonly [createdAt: string, id: string];

function keyOf(user: User): Key {
  return [user.created_at, user.id];
}

function compare(a: Key, b: Key): number {
  const [left, right] = [a.join(' '), b.join(' ')];
  return left < right ? -1 : left > right ? 1 : 0;
}

function toJson(user: User): Json {
  return {...user, metadata: {...user.metadata}};
}
