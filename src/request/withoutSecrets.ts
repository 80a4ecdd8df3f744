import type {HeaderField} from './apiRequest';
import type {RequestValues} from './values';

/** Headers and query parameters that carry keys by their names, whatever the document says of them. */
const secretName =
  /^(?:(?:proxy-)?authorization|(?:set-)?cookie|.*(?:api[-_]?key|access[-_]?key|token|secret|password|passwd|session).*)$/i;

export interface Cleaned {
  readonly values: RequestValues;
  /** The names of what was left out. */
  readonly leftOut: readonly string[];
}

/** Values without the headers and query parameters that look like keys, for whatever outlives the form or leaves it. */
export function withoutSecrets(values: RequestValues): Cleaned {
  const {query = [], ...others} = values;
  const kept = query.filter(isHarmless);
  return {
    values: {
      ...others,
      ...(kept.length === 0 ? {} : {query: kept}),
      headers: values.headers.filter(isHarmless),
    },
    leftOut: [...values.headers, ...query].filter(field => !isHarmless(field)).map(({name}) => name),
  };
}

function isHarmless({name}: HeaderField): boolean {
  return !secretName.test(name.trim());
}
