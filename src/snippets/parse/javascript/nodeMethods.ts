import {encodeBase64} from '../../../request/base64';
import {partsOfUrl} from '../query';
import {knownText, plainText} from '../text';
import {joinedTexts, plainOf, replacedText} from '../textMethods';
import {
  encodedText,
  isNothing,
  list,
  mergedFields,
  record,
  textValue,
  type Field,
  type Value,
} from '../value';
import {jsText, searchPairs, urlText} from './webObjects';
import {nodeDialect} from './nodeDialect';

/** What `Object.fromEntries` gives. */
export function fromEntries(value: Value | undefined, at: number): Value | undefined {
  const items =
    value?.type === 'call' ? nodeDialect.itemsOf?.(value) : value?.type === 'list' ? value.items : undefined;
  const fields = items?.map((item): Field | undefined => {
    const [name, given] = item.type === 'list' ? item.items : [];
    const text = name && jsText(name);
    return text && given ? {name: knownText(text), at, value: given} : undefined;
  });
  return fields && !fields.includes(undefined)
    ? record(mergedFields(fields.flatMap(field => field ?? [])), at)
    : undefined;
}

/** What a method of a text, a list or an object of the web gives. */
export function methodOf(
  path: string,
  of: Value | undefined,
  args: readonly Value[],
  at: number,
): Value | undefined {
  const [first] = args;
  const plain = of?.type === 'text' ? plainText(of.text) : undefined;
  switch (path) {
    case 'Buffer.from.toString':
      return of?.type === 'call' &&
        of.call.args[0] &&
        first?.type === 'text' &&
        knownText(first.text) === 'base64'
        ? encodedText(of.call.args[0], 'base64', encodeBase64)
        : undefined;
    case 'URL.toString':
    case 'URLSearchParams.toString':
    case 'URL.searchParams.toString': {
      const made = of?.type === 'call' ? of : undefined;
      const text =
        made && path === 'URL.searchParams.toString'
          ? jsText({at, type: 'part', of: made, path: 'searchParams'})
          : made && jsText(made);
      return text && textValue(at, ...text);
    }
    case 'URL.searchParams.get':
    case 'URLSearchParams.get': {
      const pairs =
        of?.type !== 'call' ? [] : of.call.path === 'URL' ? partsOfUrl(urlText(of)).pairs : searchPairs(of);
      const found = pairs.find(({name}) => first?.type === 'text' && name === knownText(first.text));
      return found && textValue(at, ...found.value);
    }
    // The package says how its body is typed, which the body says itself.
    case 'form-data.getHeaders':
      return record(first?.type === 'record' ? first.entries : [], at);
    case '.toString':
      return of?.type === 'text'
        ? of
        : of?.type === 'number' && args.length === 0
          ? nodeDialect.call({path: 'String', of: undefined, args: [of], named: [], at})
          : undefined;
    case '.trim':
      return plain === undefined ? undefined : textValue(at, plain.trim());
    case '.toUpperCase':
      return plain === undefined ? undefined : textValue(at, plain.toUpperCase());
    case '.toLowerCase':
      return plain === undefined ? undefined : textValue(at, plain.toLowerCase());
    case '.concat':
      return of?.type === 'list'
        ? list([...of.items, ...args.flatMap(arg => (arg.type === 'list' ? arg.items : [arg]))], at)
        : undefined;
    case '.join':
      return of?.type === 'list'
        ? joinedTexts(
            of.items,
            first ?? textValue(at, ','),
            item => (isNothing(item) ? [] : jsText(item)),
            at,
          )
        : undefined;
    case '.replace':
    case '.replaceAll':
      // A dollar sign stands for what was found.
      return plainOf(args[1])?.includes('$') === true
        ? undefined
        : replacedText(of, first, args[1], path === '.replace' ? 1 : -1, at);
    default:
      return undefined;
  }
}
