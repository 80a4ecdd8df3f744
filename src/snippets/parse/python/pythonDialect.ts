import {encodeBase64} from '../../../request/base64';
import {jsonText} from '../jsonOfLiteral';
import type {Dialect} from '../program/world';
import {encodedPairs} from '../query';
import {wholeNumber} from '../program/operators';
import {knownText, type Text} from '../text';
import {lengthOf, plainOf} from '../textMethods';
import {
  encodedText,
  fieldOf,
  fresh,
  isNothing,
  list,
  mergedFields,
  numberInText,
  record,
  secretText,
  textValue,
  type Call,
  type Value,
} from '../value';
import {formatted, represented, specified} from './pythonFormat';
import {isRequest} from './pythonCalls';
import {changedInPython, dictOf, methodOf} from './pythonMethods';
import {parameterPairs} from './pythonPairs';

/** The text that `str()` gives. */
export function pythonText(value: Value): Text | undefined {
  switch (value.type) {
    case 'text':
      return value.text;
    case 'number': {
      const text = /^-?\d+$/.test(value.text) ? value.text : numberInText(value.text);
      return text === undefined ? undefined : [text];
    }
    case 'constant':
      return [value.value === 'true' ? 'True' : value.value === 'false' ? 'False' : 'None'];
    default:
      return undefined;
  }
}

/** What names, functions and methods of Python and its common packages give. */
export const pythonDialect: Dialect = {
  name(path, at) {
    const env = /^(?:os\.)?environ\.(?!get$)(\w+)$/.exec(path)?.[1];
    return path === '__name__'
      ? textValue(at, '__main__')
      : env === undefined
        ? undefined
        : secretText(at, {env});
  },
  call(call) {
    const {path, args, named, unclear, at} = call;
    const [first, second] = args;
    switch (path) {
      case 'os.environ.get':
      case 'environ.get':
      case 'os.getenv':
      case 'getenv':
        return first?.type === 'text'
          ? secretText(first.at, {
              env: knownText(first.text),
              ...(second?.type === 'text' ? {fallback: knownText(second.text)} : {}),
            })
          : undefined;
      case 'json.dumps':
        return first && dumped(first, call);
      case 'dict':
        return unclear === undefined && (first === undefined || first.type === 'record')
          ? record(mergedFields([...(first?.entries ?? []), ...named]), at)
          : dictOf(first, call);
      case 'list':
      case 'tuple':
        return first === undefined || first.type === 'list'
          ? {at, type: 'list', items: first?.items ?? [], isFixed: path === 'tuple'}
          : undefined;
      case 'copy.deepcopy':
      case 'deepcopy':
        return first && fresh(first);
      case 'copy.copy':
        return first?.type === 'list'
          ? list(first.items, at)
          : first?.type === 'record' && !first.kind
            ? record(first.entries, at)
            : undefined;
      case 'len':
        return lengthOf(first, at);
      case 'sorted': {
        const texts = first?.type === 'list' && args.length === 1 && named.length === 0 ? first.items : [];
        return texts.length > 0 && texts.every(item => /^[\x00-\x7f]*$/.test(plainOf(item) ?? '\xff'))
          ? list(
              [...texts].sort((one, other) => ((plainOf(one) ?? '') < (plainOf(other) ?? '') ? -1 : 1)),
              at,
            )
          : undefined;
      }
      case 'range':
        return ranged(args, at);
      case 'enumerate':
        return first?.type === 'list' && args.length === 1
          ? list(
              first.items.map((item, index) => list([{at, type: 'number', text: String(index)}, item], at)),
              at,
            )
          : undefined;
      case 'zip':
        return first?.type === 'list' && second?.type === 'list' && args.length === 2
          ? list(
              first.items.flatMap((item, index) => {
                const other = second.items[index];
                return other ? [list([item, other], at)] : [];
              }),
              at,
            )
          : undefined;
      case 'str':
      case 'builtins.str': {
        const text = first && pythonText(first);
        return text && textValue(at, ...text);
      }
      case 'format':
      case 'builtins.format':
        return first && specified(first, second ? plainOf(second) : '', at);
      case 'repr':
      case 'builtins.repr':
        return first && represented(first, at);
      case 'asdict':
      case 'dataclasses.asdict':
        return first?.type === 'record' && first.kind && args.length === 1 ? fresh(first) : undefined;
      case 'field':
      case 'dataclasses.field':
        return fieldOf(record(named, at), 'default');
      case 'open':
      case 'pathlib.Path':
      case 'Path':
        return first?.type === 'text' ? {at: first.at, type: 'file', name: knownText(first.text)} : undefined;
      case 'base64.b64encode':
      case 'b64encode':
        return first && encodedText(first, 'base64', encodeBase64);
      case 'urllib.parse.urlencode':
      case 'urlencode':
        return first && args.length === 1
          ? textValue(at, ...encodedPairs(parameterPairs(first, 'urlencode', call)))
          : undefined;
      case 'urllib.parse.urljoin':
      case 'urljoin':
        return joinedUrl(first, second, at);
    }
    const quote = /(?:^|\.)(quote|quote_plus)$/.exec(path)?.[1];
    return quote === undefined
      ? methodOf(call)
      : first && quoted(first, quote, second ?? fieldOf(record(named, at), 'safe'));
  },
  changed: changedInPython,
  binary(operator, first, second, at) {
    if (operator === '+' && first.type === 'list' && second.type === 'list') {
      const items = [...first.items, ...second.items];
      return {at, type: 'list', items, isFixed: first.isFixed === true};
    }
    if (operator === '%' && first.type === 'text') {
      return formatted(first, second.type === 'list' ? second.items : [second], at);
    }
    if (operator === '|' && first.type === 'record' && second.type === 'record') {
      return record(mergedFields([...first.entries, ...second.entries]), at);
    }
    return operator === '+' && (first.type === 'text') !== (second.type === 'text')
      ? first.type === 'unknown'
        ? first
        : second.type === 'unknown'
          ? second
          : {at, type: 'unknown'}
      : undefined;
  },
  itemsOf: () => undefined,
  textOf: pythonText,
  sends: isRequest,
  leaves:
    /^(?:print|len|builtins|format|repr|asdict|dataclasses|str|int|float|bool|dict|list|tuple|set|sorted|range|enumerate|zip|isinstance|type|repr|open|requests|httpx|aiohttp|urllib|os|sys|json|time|logging|logger|log|base64|pathlib|Path|quote|quote_plus|urlencode|urljoin|b64encode|datetime|uuid|asyncio|pprint|copy|deepcopy|HTTPBasicAuth|\.\w+)(?:\.|$)/,
  iterates: /^(?:map|filter)$/,
  mayFail: ({path, args: [first]}) =>
    /^json\.loads$/.test(path) || (/^(?:int|float)$/.test(path) && first?.type !== 'number'),
  reaches: /^(?:exec|eval|globals|locals|vars|setattr|delattr|(?:urllib\.request\.)?install_opener)$/,
  keysHaveTypes: true,
  updatesInPlace: true,
  ends: /^(?:sys\.exit|exit|quit|os\._exit)$/,
  emptyIsFalse: true,
  functionsOwnNames: true,
  defaultsAtDefinition: true,
  raisesAtMissing: true,
};

/** `range(end)`, and `range(start, end)` where it is short. */
function ranged([first, second, ...rest]: readonly Value[], at: number): Value | undefined {
  const [start, end] = [first, second].map(wholeNumber);
  return !second
    ? first
    : start === undefined || end === undefined || rest.length > 0 || end - start > 200
      ? undefined
      : list(
          Array.from({length: Math.max(0, end - start)}, (_, index) => ({
            at,
            type: 'number',
            text: String(start + index),
          })),
          at,
        );
}

function dumped(value: Value, {named, at}: Call): Value | undefined {
  const options = record(named, at);
  const indent = fieldOf(options, 'indent');
  const separators = fieldOf(options, 'separators');
  const ascii = fieldOf(options, 'ensure_ascii');
  const [comma = ', ', colon = ': '] =
    separators?.type === 'list'
      ? separators.items.map(item => (item.type === 'text' ? knownText(item.text) : undefined))
      : [];
  if (!isNothing(indent) && indent?.type !== 'number') {
    return undefined;
  }
  const isAscii = ascii?.type !== 'constant' || ascii.value === 'true';
  return jsonText(value, {
    comma,
    colon,
    ...(indent?.type === 'number' ? {indent: ' '.repeat(Number(indent.text))} : {}),
    ...(fieldOf(options, 'sort_keys') ? {sorted: true} : {}),
    ...(isAscii
      ? {
          escaped: (json: string) =>
            json.replace(/[\x7f-\uffff]/g, one => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`),
        }
      : {}),
  });
}

function quoted(value: Value, kind: string, safe: Value | undefined): Value {
  const kept = safe ? (safe.type === 'text' ? knownText(safe.text) : '') : kind === 'quote' ? '/' : '';
  return encodedText(value, 'percent', text =>
    encodeURIComponent(text)
      .replace(/[!'()*]/g, one => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)
      .replace(/%([2-7][\dA-F])/g, (whole, hex: string) => {
        const plain = String.fromCharCode(Number.parseInt(hex, 16));
        return kept.includes(plain) ? plain : plain === ' ' && kind === 'quote_plus' ? '+' : whole;
      }),
  );
}

function joinedUrl(base: Value | undefined, path: Value | undefined, at: number): Value | undefined {
  const [one, other] = [base, path].map(plainOf);
  return one !== undefined && other !== undefined && URL.canParse(other, one)
    ? textValue(at, new URL(other, one).href)
    : undefined;
}
