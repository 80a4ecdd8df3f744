import {memberSchema} from '../../api/schema/childSchemas';
import {encodingStyle} from '../../api/encodingStyle';
import type {Json, MediaType, Operation} from '../../api/operation';
import {queryPairs, type QueryPair} from '../../api/queryPairs';
import {schemaOfType} from '../../api/schema/valueTypes';
import {deepNode, deepSteps} from '../../api/deepNames';
import {namesOf, queryValue} from '../parameterValue';
import {deepValue} from './deepValue';
import {formValues} from './formValues';

/**
 * The object that an urlencoded body represents. A field whose encoding has a style is read like a query parameter of
 * that style (OpenAPI 3.1 §4.8.15.1).
 */
export function urlencodedValue(operation: Operation, mediaType: MediaType, text: string): Json {
  const schema = schemaOfType(operation, mediaType.schema ?? true, 'object');
  const styled: [name: string, value: Json][] = [];
  let pairs = queryPairs(text);
  for (const [name, encoding] of Object.entries(mediaType.encoding)) {
    const style = encodingStyle(name, encoding);
    if (style?.style === 'deepObject') {
      const isOwn = (pair: QueryPair): boolean => deepSteps(name, pair.name) !== undefined;
      if (pairs.some(isOwn)) {
        styled.push([name, deepValue(operation, memberSchema(schema, name), deepNode(name, pairs))]);
      }
      pairs = pairs.filter(pair => !isOwn(pair));
    } else if (style) {
      const field = {...style, schema: memberSchema(schema, name)};
      const names = new Set(namesOf(operation, field, pairs));
      const isOwn = (pair: QueryPair): boolean => names.has(pair.name);
      const value = queryValue(operation, field, pairs.filter(isOwn));
      if (value !== undefined) {
        styled.push([name, value]);
      }
      pairs = pairs.filter(pair => !isOwn(pair));
    }
  }
  const others = formValues(
    operation,
    mediaType,
    pairs.map(({name, value}) => [name, value]),
  );
  return {...others, ...Object.fromEntries(styled)};
}
