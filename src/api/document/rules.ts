import {createConfig, type Config, type Oas3Rule} from '@redocly/openapi-core';

import {lenientTypes} from '../schema/lenientTypes';
import {isObject, member, members} from '../json';
import {boundedExampleRules, exampleRules} from './exampleRules';
import {codeSamples, operationId, path, tag} from './operationRules';
import {ecmaPattern} from '../schema/ecmaPattern';
import {isPattern} from '../schema/pattern';

/**
 * The rules that find faults: places where the document contradicts itself, the OpenAPI specification, or what this site
 * reads. Matters of style are the author's.
 */
export async function lintConfig({checkExamples}: {readonly checkExamples: boolean}): Promise<Config> {
  return createConfig(
    {rules: checkExamples ? {...rules, ...exampleRules} : rules},
    {
      plugins: [
        {
          id: 'site',
          typeExtension: {oas3: lenientTypes},
          rules: {
            oas2: {...operationRules, ...(await boundedExampleRules('oas2'))},
            oas3: {
              ...operationRules,
              ...(await boundedExampleRules('oas3')),
              'site/security-scheme': securityScheme,
              'site/reproduction': reproduction,
              'site/nullable': nullable,
              'site/pattern': pattern,
            },
          },
        },
      ],
    },
  );
}

const operationRules = {
  'site/operation-id': operationId,
  'site/path': path,
  'site/tag': tag,
  'site/code-samples': codeSamples,
};

const rules = {
  struct: 'error',
  'no-unresolved-refs': 'error',
  'no-example-value-and-externalValue': 'error',
  'no-enum-type-mismatch': 'error',
  'no-schema-type-mismatch': 'error',
  'no-duplicated-tag-names': 'error',
  'spec-no-invalid-tag-parents': 'error',
  'no-server-variables-empty-enum': 'error',
  'no-undefined-server-variable': 'error',
  'operation-parameters-unique': 'error',
  'path-parameters-defined': 'error',
  'spec-components-invalid-map-name': 'error',
  'site/operation-id': 'error',
  'site/path': 'error',
  'site/tag': 'error',
  'site/code-samples': 'error',
  'site/security-scheme': 'error',
  'site/reproduction': 'error',
  'site/nullable': 'error',
  'site/pattern': 'error',
} as const;

/** A security requirement may name only schemes that exist. */
const securityScheme: Oas3Rule = () => {
  const defined = new Set<string>();
  const used: {name: string; report: () => void}[] = [];
  return {
    Root: {
      leave() {
        used.filter(({name}) => !defined.has(name)).forEach(({report}) => report());
      },
    },
    NamedSecuritySchemes(schemes) {
      Object.keys(schemes).forEach(name => defined.add(name));
    },
    SecurityRequirement(requirement, {report, location}) {
      for (const name of Object.keys(requirement)) {
        used.push({
          name,
          report: () =>
            report({
              message: `There is no security scheme "${name}" under components.securitySchemes. ${known(defined)}`,
              location: location.child([name]).key(),
            }),
        });
      }
    },
  };
};

function known(names: ReadonlySet<string>): string {
  return names.size > 0 ? `Use one of: ${[...names].join(', ')}` : 'None is defined: add one';
}

/** OpenAPI 3.1 has no `nullable`, though many documents that call themselves so do. */
const nullable: Oas3Rule = () => ({
  Schema(schema, {report, location, specVersion}) {
    if (specVersion !== 'oas3_0' && member(schema, 'nullable') !== undefined) {
      report({
        message:
          'OpenAPI 3.1 has no `nullable`. Write the type as a list, such as `type: [string, "null"]`, and leave it out',
        location: location.child(['nullable']).key(),
      });
    }
  },
});

/** What is no regular expression can be matched by nothing (JSON Schema 2020-12 §6.3.3). */
const pattern: Oas3Rule = () => ({
  Schema(schema, {report, location}) {
    const places: readonly (readonly [text: unknown, path: readonly string[]])[] = [
      [member(schema, 'pattern'), ['pattern']],
      ...members(member(schema, 'patternProperties')).map(
        ([name]) => [name, ['patternProperties', name]] as const,
      ),
    ];
    for (const [text, path] of places) {
      if (typeof text === 'string' && (!isPattern(text) || ecmaPattern(text) === undefined)) {
        report({
          message: `"${text}" is no regular expression of ECMA-262, which patterns are written in: flags such as (?i), and escapes of other languages, are not part of it`,
          location: location.child([...path]),
        });
      }
    }
  },
});

const reproductionMembers: Readonly<Record<string, (value: unknown) => boolean>> = {
  summary: value => typeof value === 'string',
  parameters: value => isObject(value) && Object.keys(value).every(isLocation),
  headers: value => members(value).every(([, header]) => typeof header === 'string') && isObject(value),
  credential: value => value === null || typeof value === 'string',
  body: () => true,
  bodyText: value => typeof value === 'string',
  mediaType: value => typeof value === 'string',
};
const reproductionHelp =
  'It holds summary (text, required), parameters (values by in.name, such as path.user_id), headers (name to text), ' +
  'credential (text, or null for none), body (any JSON), bodyText (text), mediaType (text)';

/** `x-reproduce` of a response has the shape that the site and the tests send. */
const reproduction: Oas3Rule = () => ({
  Response(response, {report, location}) {
    const value = member(response, 'x-reproduce');
    if (value === undefined) {
      return;
    }
    const at = location.child(['x-reproduce']);
    if (!isObject(value) || typeof value['summary'] !== 'string') {
      report({message: `x-reproduce needs a summary. ${reproductionHelp}`, location: at});
      return;
    }
    for (const [name, part] of Object.entries(value)) {
      const valid = Object.hasOwn(reproductionMembers, name) ? reproductionMembers[name] : undefined;
      if (!valid?.(part)) {
        report({
          message: `x-reproduce has a wrong member "${name}". ${reproductionHelp}`,
          location: at.child([name]),
        });
      }
    }
  },
});

function isLocation(key: string): boolean {
  return /^(path|query|header|cookie)\../.test(key);
}
