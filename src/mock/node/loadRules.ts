import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';

import {isObject} from '../../api/json';
import type {MockRules} from '../rules';

/**
 * Loads a module whose default export is the hand-written rules. @throws Error that names the file if there are none.
 */
export async function loadRules(file: string): Promise<MockRules> {
  const module: {readonly default?: unknown} = await import(pathToFileURL(resolve(file)).href);
  // A CommonJS module may be wrapped twice.
  const {default: exported} = module;
  const rules = isObject(exported) && 'default' in exported ? exported.default : exported;
  if (!isMockRules(rules)) {
    throw new Error(
      `${file} exports no rules. Its default export must have name, handlers, entries and files.`,
    );
  }
  return rules;
}

function isMockRules(value: unknown): value is MockRules {
  return (
    isObject(value) &&
    typeof value['name'] === 'string' &&
    typeof value['handlers'] === 'function' &&
    Array.isArray(value['entries']) &&
    value['files'] instanceof Map
  );
}
