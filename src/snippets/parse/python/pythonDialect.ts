import {knownText} from '../text';
import type {Dialect} from '../evaluate';
import {jsonOfLiteral} from '../jsonOfLiteral';
import {encodedText, mergedFields, record, secretText} from '../value';

/** What names, functions and methods of Python and its common packages give. */
export const pythonDialect: Dialect = {
  name(path, at) {
    const env = /^(?:os\.)?environ\.(\w+)$/.exec(path)?.[1];
    return env === undefined ? undefined : secretText(at, {env});
  },
  call({path, args, of, named, unclear, at}) {
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
        return first && {at: first.at, type: 'text', text: [jsonOfLiteral(first)]};
      case 'dict':
        return unclear === undefined && (first === undefined || first.type === 'record')
          ? record(mergedFields([...(first?.entries ?? []), ...named]), at)
          : named.length === 0 && unclear === undefined
            ? first
            : {at, type: 'unknown'};
      case 'str':
        return first?.type === 'text' ? first : undefined;
      case 'open':
        return first?.type === 'text' ? {at: first.at, type: 'file', name: knownText(first.text)} : undefined;
    }
    if (/(?:^|\.)quote(?:_plus)?$/.test(path)) {
      return first && encodedText(first, 'percent', encodeURIComponent);
    }
    if (/\.read$/.test(path) && of?.type === 'file') {
      return of;
    }
    return /\.(?:encode|decode|strip)$/.test(path) && of?.type === 'text' ? of : undefined;
  },
  changed(held, method, call) {
    const [first] = call.args;
    switch (held.type) {
      case 'record': {
        const added = first === undefined ? [] : first.type === 'record' ? first.entries : undefined;
        return method === 'update' && added && call.unclear === undefined
          ? {...held, entries: mergedFields([...held.entries, ...added, ...call.named])}
          : /^(?:get|items|keys|values|copy)$/.test(method)
            ? held
            : undefined;
      }
      case 'list':
        return method === 'append'
          ? {...held, items: [...held.items, ...call.args]}
          : /^(?:index|count|copy)$/.test(method)
            ? held
            : undefined;
      case 'text':
      case 'number':
      case 'constant':
      case 'file':
      case 'call':
      case 'unknown':
        return held;
    }
  },
};
