import {encodeBase64} from '../../../request/base64';
import {jsonText} from '../jsonOfLiteral';
import {encodedText, record, textValue, type Field, type Table, type Value} from '../value';

/** How `json.Marshal` writes: it escapes what HTML would read. */
export const marshal = {
  comma: ',',
  colon: ':',
  escaped: (json: string) =>
    json.replace(/[<>&\u2028\u2029]/g, one => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`),
};

/** What `json.Marshal` gives. */
export function marshalled(value: Value): Value {
  return inBytes(jsonText(structless(value), marshal));
}

export function inBytes(value: Value): Value {
  return value.type === 'text' ? {...value, isBytes: true} : value;
}

/** Structs as their members stand in JSON, in order; maps by the order of their names. */
export function structless(value: Value): Value {
  switch (value.type) {
    case 'text':
      return value.isBytes === true ? encodedText(value, 'base64', encodeBase64) : value;
    case 'number':
      return /[.e]/.test(value.text) ? {...value, text: String(Number(value.text))} : value;
    case 'list':
      return {...value, items: value.items.map(structless)};
    case 'record':
      return value.kind
        ? ofStruct(value)
        : {
            at: value.at,
            type: 'record',
            entries: [...value.entries]
              .sort((one, other) => (one.name < other.name ? -1 : 1))
              .map(entry => ({...entry, value: structless(entry.value)})),
          };
    default:
      return value;
  }
}

function ofStruct({at, kind, entries}: Table<Value>): Value {
  const members = kind?.code.members;
  const isPlain = kind?.code.methods.every(({name}) => !/^Marshal(?:JSON|Text)$/.test(name)) === true;
  return members && isPlain
    ? record(
        withoutShadowed(
          members.flatMap((member): Shown[] => {
            const {name, zero, json = '', isEmbedded} = member;
            const [given = '', ...options] = json.split(',');
            const value = entries.find(entry => entry.name === name)?.value ?? zeroValue(zero);
            const inner = structless(value);
            if (isEmbedded === true && json === '') {
              const within: readonly Field[] =
                inner.type === 'record' ? inner.entries : [{name, at, value: {at, type: 'unknown'}}];
              return within.map(field => ({...field, isWithin: true}));
            }
            // A name in small letters is of its package alone.
            return json === '-' || !/^\p{Lu}/u.test(name) || (options.includes('omitempty') && isZero(value))
              ? []
              : [
                  {
                    name: given || name,
                    at,
                    value: options.includes('string') ? {at, type: 'unknown'} : inner,
                  },
                ];
          }),
        ),
        at,
      )
    : {at, type: 'unknown'};
}

interface Shown extends Field {
  /** Whether it is of an embedded struct. */
  readonly isWithin?: boolean;
}

/** A member of the struct itself hides one of its name in an embedded one; of two embedded ones, either may count. */
function withoutShadowed(fields: readonly Shown[]): readonly Field[] {
  return fields.flatMap(({isWithin, ...field}): Field[] => {
    const same = fields.filter(one => one.name === field.name);
    const isHidden = isWithin === true && same.some(one => one.isWithin !== true);
    const isUnclear = isWithin === true && same.length > 1;
    return isHidden ? [] : [isUnclear ? {...field, value: {at: field.at, type: 'unknown'}} : field];
  });
}

function zeroValue(zero: NonNullable<Table<Value>['kind']>['code']['fields'][number]['value']): Value {
  return zero.type === 'number' || zero.type === 'constant'
    ? zero
    : zero.type === 'text'
      ? textValue(zero.at)
      : {at: zero.at, type: 'unknown'};
}

function isZero(value: Value): boolean {
  switch (value.type) {
    case 'text':
      return value.text.every(piece => piece === '');
    case 'number':
      return Number(value.text) === 0;
    case 'constant':
      return value.value !== 'true';
    case 'list':
      return value.items.length === 0;
    case 'record':
      return value.entries.length === 0 && !value.kind;
    default:
      return false;
  }
}
