import {createConfig, type Oas3Rule} from '@redocly/openapi-core';

import {isObject} from '../json';
import {withLinearPatterns} from '../schema/linearPatterns';

/** Examples must be what their schemas allow: the linter's own rules, by the names that they have here. */
const names = {
  'site/media-type-examples': 'no-invalid-media-type-examples',
  'site/parameter-examples': 'no-invalid-parameter-examples',
  'site/schema-examples': 'no-invalid-schema-examples',
} as const;

const setting = {severity: 'error', allowAdditionalProperties: true} as const;

export const exampleRules = {
  'site/media-type-examples': setting,
  'site/parameter-examples': setting,
  'site/schema-examples': setting,
} satisfies Record<keyof typeof names, typeof setting>;

/** The rules of the linter that check examples, with regular expressions that cannot hold up the build. */
export async function boundedExampleRules(version: 'oas2' | 'oas3'): Promise<Record<string, Oas3Rule>> {
  const sets = (await createConfig({})).getRulesForSpecVersion(version);
  const known = new Map<string, Oas3Rule>(sets.flatMap(rules => Object.entries(rules)));
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, original]) => {
      const rule = known.get(original);
      return rule ? [[name, bounded(rule)]] : [];
    }),
  );
}

/** Rules are trees of functions, each of which is called with a part of the document and ends before it returns. */
function bounded(rule: Oas3Rule): Oas3Rule {
  return options => {
    const visitor = rule(options);
    boundFunctions(visitor);
    return visitor;
  };
}

function boundFunctions(tree: object): void {
  for (const [name, part] of Object.entries(tree)) {
    if (typeof part === 'function') {
      Reflect.set(tree, name, (...given: unknown[]) =>
        withLinearPatterns((): unknown => Reflect.apply(part, undefined, given)),
      );
    } else if (isObject(part)) {
      boundFunctions(part);
    }
  }
}
