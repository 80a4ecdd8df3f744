import {messages} from '../../../words';
import type {Script} from '../evaluate';
import {NotUnderstood} from '../notUnderstood';
import {mergedFields, record, type Call, type Field, type Value} from '../value';

const say = messages('pythonSession', {
  change: 'What this does to the session is not understood: give it to the call itself.',
});

/** The methods of `requests`, of its sessions and of httpx that send a request. */
export const methods = /(?:^|\.)(get|post|put|patch|delete|head|options|request)$/;

/** Of a session, what it was made with and given afterwards goes with each of its calls. */
export function sessionFields({calls, members}: Script, call: Call): readonly Field[] {
  const {of} = call;
  const session = of?.type === 'call' ? of.call : undefined;
  if (!session) {
    return [];
  }
  const name = call.path.replace(methods, '');
  const within = (path: string): string | undefined =>
    name !== '' && path.startsWith(`${name}.`) ? path.slice(name.length + 1) : undefined;
  const updates = calls.flatMap(({path, args: [given], named, unclear, at}): Field[] => {
    const method = within(path);
    if (method === undefined || methods.test(`.${method}`) || /^(?:close|mount)$/.test(method)) {
      return [];
    }
    if (!/^(?:headers|params)\.update$/.test(method) || unclear !== undefined) {
      throw new NotUnderstood(at, say('change'));
    }
    const value: Value = given ?? {at, type: 'record', entries: named};
    return [{name: method.replace('.update', ''), at, value}];
  });
  const assigned = members.flatMap(({path, value}): Field[] => {
    const member = within(path) ?? '';
    const [, table, header] = /^(headers|params)\.(.+)$/s.exec(member) ?? [];
    return table !== undefined && header !== undefined
      ? [{name: table, at: value.at, value: record([{name: header, at: value.at, value}], value.at)}]
      : /^(?:headers|params|auth|cookies)$/.test(member)
        ? [{name: member, at: value.at, value}]
        : [];
  });
  return [...session.named, ...updates, ...assigned];
}

/** Tables of one name in one: later members take the place of earlier ones. */
export function mergedRecord(fields: readonly Field[], name: string): Value | undefined {
  const tables = fields.filter(field => field.name === name).map(({value}) => value);
  const other = tables.find(({type}) => type !== 'record' && type !== 'constant');
  const entries = tables.flatMap(table => (table.type === 'record' ? table.entries : []));
  return other ?? (tables[0] && record(mergedFields(entries), tables[0].at));
}
