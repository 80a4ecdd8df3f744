import {messages} from '../../../words';
import {textFields} from '../fields';
import {NotUnderstood} from '../notUnderstood';
import {codePart} from '../parts';
import type {Pair} from '../query';
import {knownText} from '../text';
import {isNothing, record, type Call, type Done, type Field, type Value} from '../value';

const say = messages('pythonSession', {
  change: 'This change to the session cannot be read. Pass it to the call itself.',
});

/** What is read of the arguments that a client is made with, or changes nothing of what it sends. */
const known =
  /^(?:headers|params|auth|cookies|base_url|timeout|verify|cert|http[12]|prox(?:y|ies)|limits|follow_redirects|max_redirects|trust_env|default_encoding|connector\w*|raise_for_status|read_\w+|auto_decompress|loop)$/;

/** Of a session, what it was made with and given afterwards goes with each of its calls. */
export function sessionFields({of}: Call): readonly Field[] {
  const unknown = of?.type === 'call' ? of.call.named.find(({name}) => !known.test(name)) : undefined;
  if (unknown) {
    throw new NotUnderstood(unknown.at, say('change'));
  }
  return of?.type !== 'call'
    ? []
    : of.log.reduce<readonly Field[]>(
        (fields, done) => [
          // A table that is given takes the place of what stood in the one before.
          ...fields.filter(({name}) => done.call !== undefined || name !== done.path),
          ...fieldsDone(done),
        ],
        of.call.named,
      );
}

function fieldsDone({path, at, call, value}: Done<Value>): readonly Field[] {
  if (call) {
    const [given] = call.args;
    const table = /^(headers|params|cookies)\.update$/.exec(path)?.[1];
    const [cookie, text, ...further] = call.args;
    if (
      path === 'cookies.set' &&
      cookie?.type === 'text' &&
      text &&
      further.length + call.named.length === 0
    ) {
      return [{name: 'cookies', at, value: record([{name: knownText(cookie.text), at, value: text}], at)}];
    }
    if (/^(?:close|aclose|mount|__enter__|raise_for_status)$/.test(path)) {
      return [];
    }
    if (table === undefined || call.unclear !== undefined) {
      throw new NotUnderstood(at, say('change'));
    }
    return [{name: table, at, value: given ?? record(call.named, at)}];
  }
  const [, table, member] = /^(headers|params|cookies)\.(.+)$/s.exec(path) ?? [];
  if (table !== undefined && member !== undefined && value) {
    return [{name: table, at, value: record([{name: member, at, value}], at)}];
  }
  if (/^(?:headers|params|auth|cookies|base_url)$/.test(path) && value) {
    return [{name: path, at, value}];
  }
  if (/^(?:verify|cert|proxies|timeout|trust_env|max_redirects|stream|hooks)/.test(path)) {
    return [];
  }
  throw new NotUnderstood(at, say('change'));
}

/** The headers of a session and a call: later ones take the place of earlier ones, and one without a value takes it away. */
export function mergedHeaders(fields: readonly Field[]): readonly Pair[] {
  const merged = new Map<string, Pair>();
  for (const {name, value} of fields) {
    if (name === 'headers') {
      for (const entry of value.type === 'record' ? value.entries : []) {
        if (isNothing(entry.value)) {
          merged.delete(entry.name.toLowerCase());
        }
      }
      const kept =
        value.type === 'record'
          ? {...value, entries: value.entries.filter(entry => !isNothing(entry.value))}
          : value;
      for (const pair of textFields(kept, codePart('headerValue'))) {
        merged.set(pair.name.toLowerCase(), pair);
      }
    }
  }
  return [...merged.values()];
}
