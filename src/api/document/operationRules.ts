import {getLineColLocation, type Location, type UserContext} from '@redocly/openapi-core';

import {faultsOfCodeSamples} from '../codeSamples';
import {items, member, members, text} from '../json';
import {typoOf} from '../nearest';
import {pathTemplate} from '../http/pathTemplate';

/** Each operation has an id of its own; what links to it by a second one leads elsewhere. */
export const operationId = () => {
  const first = new Map<string, Location>();
  return {
    Operation(operation: unknown, {report, location}: UserContext) {
      const id = text(member(operation, 'operationId'));
      if (id === undefined) {
        return;
      }
      const place = location.child(['operationId']);
      const earlier = first.get(id);
      if (!earlier) {
        first.set(id, place);
        return;
      }
      const {line, col} = getLineColLocation(earlier).start;
      report({
        message: `The operationId "${id}" is given twice: here, and in line ${line}, column ${col} (${earlier.pointer}). Links to it lead to the first; this operation gets an id made of its method and path`,
        location: place,
      });
    },
  };
};

/** A sample that the document brings along has code and a name. */
export const codeSamples = () => ({
  Operation(operation: unknown, {report, location}: UserContext) {
    for (const {at, message} of faultsOfCodeSamples(operation)) {
      report({message, location: location.child([...at])});
    }
  },
});

/** A key of `paths` says where to send a request. */
export const path = () => ({
  Paths(paths: unknown, {report, location}: UserContext) {
    for (const [written] of members(paths).filter(([key]) => !key.startsWith('x-'))) {
      const message = faultOfPath(written);
      if (message !== undefined) {
        report({message, location: location.child([written]).key()});
      }
    }
  },
});

function faultOfPath(written: string): string | undefined {
  const template = pathTemplate(written);
  if (template === undefined) {
    return `The braces of the path "${written}" do not pair up around names, so its operations are left out. Write each parameter as {name}`;
  }
  if (!written.startsWith('/')) {
    return `The path "${written}" starts without a slash: write "/${written}"`;
  }
  const names = template.query.map(({name}) => name).join(', ');
  return names === ''
    ? undefined
    : `The path "${written}" holds a query, which is read as parameters: describe ${names} under \`parameters\` instead`;
}

/** A tag that is nearly one of those that are declared is meant to be that one. */
export const tag = () => {
  const declared = new Set<string>();
  const used = new Map<string, (meant: string) => void>();
  return {
    Root: {
      enter(root: unknown) {
        for (const one of items(member(root, 'tags'))) {
          declared.add(text(member(one, 'name')) ?? '');
        }
      },
      leave() {
        for (const [name, report] of used) {
          const meant = declared.has(name) ? undefined : typoOf(name, [...declared]);
          if (meant !== undefined) {
            report(meant);
          }
        }
      },
    },
    Operation(operation: unknown, {report, location}: UserContext) {
      for (const [index, value] of items(member(operation, 'tags')).entries()) {
        if (typeof value === 'string' && !used.has(value)) {
          used.set(value, meant =>
            report({
              message: `The tag "${value}" is not declared, and becomes a group of its own. Did you mean "${meant}"?`,
              location: location.child(['tags', index]),
            }),
          );
        }
      }
    },
  };
};
