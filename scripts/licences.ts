/**
 * `npm run licences`: the licence of each direct dependency. Fails for any that requires more than a copyright notice.
 */
import {readFileSync} from 'node:fs';

import {member, members, text} from '../src/api/json';

const allowed: ReadonlySet<string> = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'OFL-1.1',
  'MPL-2.0',
]);

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

const own = readJson('package.json');
const names = ['dependencies', 'devDependencies'].flatMap(kind =>
  members(member(own, kind)).map(([name]) => name),
);
const licences = names.map(name => {
  const dependency = readJson(`node_modules/${name}/package.json`);
  return {name, licence: text(member(dependency, 'license')) ?? 'none stated'};
});
const longest = Math.max(...names.map(({length}) => length));
licences.forEach(({name, licence}) => console.log(`${name.padEnd(longest)}  ${licence}`));
const others = licences.filter(({licence}) => !allowed.has(licence));
if (others.length > 0) {
  console.error(
    `\nLook at these before you take them: ${others.map(({name, licence}) => `${name} (${licence})`).join(', ')}`,
  );
  process.exitCode = 1;
}
