import {spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import {readdir, readFile, stat, writeFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';

/** What a command of Docusaurus has cost. Processes that it starts, such as git, are in its time and not in the rest. */
export interface Cost {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakBytes: number;
  readonly builtBytes: number;
}

/** Says what the process has used when it ends; workers of it are threads. */
const reporter = `import {writeFileSync} from 'node:fs';
import {isMainThread} from 'node:worker_threads';

if (isMainThread) {
  process.on('exit', () => writeFileSync(process.env.BENCH_USAGE, JSON.stringify(process.resourceUsage())));
}
`;

/** Runs Docusaurus in the folder of a site, with the packages of that folder where it has some. */
export async function runDocusaurus(folder: string, args: readonly string[]): Promise<Cost> {
  const usage = resolve(folder, 'usage.json');
  await writeFile(join(folder, 'usage.mjs'), reporter);
  const packages = join(folder, 'node_modules');
  const from = performance.now();
  const child = spawn(
    process.execPath,
    [
      '--import',
      resolve(folder, 'usage.mjs'),
      '--max-old-space-size=12000',
      resolve(existsSync(packages) ? packages : 'node_modules', '@docusaurus/core/bin/docusaurus.mjs'),
      ...args,
    ],
    {
      cwd: folder,
      env: {...process.env, NODE_ENV: 'production', FIXTURE_PAGES: '', BENCH_USAGE: usage},
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const said: string[] = [];
  child.stdout.on('data', data => said.push(String(data)));
  child.stderr.on('data', data => said.push(String(data)));
  const code = await new Promise(done => child.once('close', done));
  const seconds = (performance.now() - from) / 1000;
  if (code !== 0) {
    throw new Error(`docusaurus ${args.join(' ')} failed in ${folder}:\n${said.join('')}`);
  }
  const used: NodeJS.ResourceUsage = JSON.parse(await readFile(usage, 'utf8'));
  return {
    seconds,
    cpuSeconds: (used.userCPUTime + used.systemCPUTime) / 1e6,
    peakBytes: used.maxRSS * 1024,
    builtBytes: await sizeOf(join(folder, 'build')),
  };
}

/** Of all files in a folder; 0 where there is none yet. */
async function sizeOf(folder: string): Promise<number> {
  if (!existsSync(folder)) {
    return 0;
  }
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  const sizes = entries
    .filter(entry => entry.isFile())
    .map(async entry => (await stat(join(entry.parentPath, entry.name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
