import {parameterName, type RequestValues} from './values';

const secretName =
  /^(?:(?:proxy-)?authorization|(?:set-)?cookie|.*(?:api[-_]?key|access[-_]?key|token|secret|password|passwd|session).*)$/i;
/** A place in a list, or a number of tokens, is no key. */
const harmlessName = /(?:page|next|prev|previous|continuation|sync|start|skip|delta)[-_]?token|tokens/i;

/** Whether a header, a parameter or a cookie carries a key by its name, whatever the document says of it. */
export function isSecretName(name: string): boolean {
  return secretName.test(name.trim()) && !harmlessName.test(name);
}

export interface Cleaned {
  readonly values: RequestValues;
  /** The names of what was left out. */
  readonly leftOut: readonly string[];
}

/** Values without the parameters and headers that look like keys, for whatever outlives the form or leaves it. */
export function withoutSecrets(values: RequestValues): Cleaned {
  const {query = [], ...others} = values;
  const kept = query.filter(isHarmless);
  const parameters = Object.entries(values.parameters).map(([key, value]) => ({
    key,
    name: parameterName(key),
    value,
  }));
  return {
    values: {
      ...others,
      ...(kept.length === 0 ? {} : {query: kept}),
      parameters: Object.fromEntries(parameters.filter(isHarmless).map(({key, value}) => [key, value])),
      headers: values.headers.filter(isHarmless),
    },
    leftOut: [...parameters, ...values.headers, ...query]
      .filter(field => !isHarmless(field))
      .map(({name}) => name),
  };
}

function isHarmless({name}: {readonly name: string}): boolean {
  return !isSecretName(name);
}
