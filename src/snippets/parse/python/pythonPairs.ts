import {textFields} from '../fields';
import {codePart} from '../parts';
import {pairsOfText, type Pair} from '../query';
import {demandPlain, demandText, fieldOf, isNothing, record, type Call, type Value} from '../value';
import {pythonText} from './pythonDialect';

/** How a package writes what is no text in a query or a form. */
type Package = 'requests' | 'httpx' | 'urlencode';

/** The pairs of `params=`, of `data=` with names and values, or of `urlencode(…)`. */
export function parameterPairs(value: Value, by: Package, call?: Call): readonly Pair[] {
  if (value.type === 'text') {
    return pairsOfText(value.text);
  }
  const doseq = call && fieldOf(record(call.named, call.at), 'doseq');
  const isSequence = by !== 'urlencode' || (doseq?.type === 'constant' && doseq.value === 'true');
  const pairs =
    value.type === 'record'
      ? value.entries
      : value.type === 'list'
        ? value.items.map(item => {
            const [name, given] = item.type === 'list' ? item.items : [];
            return {
              name: demandPlain(name, item.at, codePart('name')),
              value: given ?? {at: item.at, type: 'unknown' as const},
            };
          })
        : undefined;
  if (!pairs) {
    return textFields(value, codePart('formFields'));
  }
  return pairs.flatMap(({name, value: given}) =>
    (given.type === 'list' && isSequence ? given.items : [given])
      // What has no value is left out; only httpx and urlencode write it.
      .filter(item => by !== 'requests' || !isNothing(item))
      .map(item => ({name, value: textBy(by, item)})),
  );
}

function textBy(by: Package, value: Value): Pair['value'] {
  if (by === 'httpx' && value.type === 'constant') {
    return isNothing(value) ? [] : [value.value];
  }
  return pythonText(value) ?? demandText(value, value.at, codePart('formFields'));
}
