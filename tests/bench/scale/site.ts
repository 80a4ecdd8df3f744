import {spawn} from 'node:child_process';
import {cp, mkdir, readdir, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {join, parse, resolve} from 'node:path';

/** What a build has cost. Processes that it starts, such as git, are in its time and not in the rest. */
export interface Cost {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakBytes: number;
  readonly builtBytes: number;
}

/** A site of pages made from a document, and beside them plain ones. */
export interface ScaleSite {
  readonly folder: string;
  /** The `src` folder that makes it. */
  readonly source: string;
  readonly document: string;
  /** Texts in Markdown, a page each. */
  readonly plainPages: readonly string[];
}

/** This site's configuration, whose links to its own pages may lead nowhere here, and for documents that have faults. */
const configuration = `import site from './site.config';

export default {
  ...site,
  onBrokenLinks: 'ignore',
  onBrokenAnchors: 'ignore',
  markdown: {...site.markdown, hooks: {onBrokenMarkdownLinks: 'ignore', onBrokenMarkdownImages: 'ignore'}},
};
`;

/** Says what the process has used when it ends; workers of it are threads. */
const reporter = `import {writeFileSync} from 'node:fs';
import {isMainThread} from 'node:worker_threads';

if (isMainThread) {
  process.on('exit', () => writeFileSync(process.env.BENCH_USAGE, JSON.stringify(process.resourceUsage())));
}
`;

/** Writes a site and builds it in English, with nothing kept from before. */
export async function buildScaleSite({folder, source, document, plainPages}: ScaleSite): Promise<Cost> {
  await rm(folder, {recursive: true, force: true});
  await mkdir(join(folder, 'docs/plain'), {recursive: true});
  for (const part of ['i18n', 'static', 'sidebars.ts', 'locales.ts', 'package.json', '.browserslistrc']) {
    await cp(part, join(folder, part), {recursive: true});
  }
  await cp(source, join(folder, 'src'), {recursive: true});
  // The home page and the guides are this site's.
  await rm(join(folder, 'src/pages'), {recursive: true});
  for (const page of ['overview', 'errors']) {
    await cp(`docs/api/${page}.mdx`, join(folder, `docs/api/${page}.mdx`));
  }
  const guides = (await readdir('docs')).filter(name => name.endsWith('.mdx')).map(name => parse(name).name);
  const files = [
    ['docusaurus.config.ts', configuration],
    [
      'site.config.ts',
      (await readFile('docusaurus.config.ts', 'utf8')).replace('strict: true', 'strict: false'),
    ],
    ['usage.mjs', reporter],
    ['static/openapi.yaml', document],
    // The sidebar names each guide.
    ...guides.map(name => [`docs/${name}.md`, `# ${name}\n\nA page.\n`] as const),
    ...plainPages.map((page, index) => [`docs/plain/page-${index}.md`, page] as const),
  ] as const;
  await Promise.all(files.map(([name, text]) => writeFile(join(folder, name), text)));
  return build(folder);
}

async function build(folder: string): Promise<Cost> {
  const usage = resolve(folder, 'usage.json');
  const from = performance.now();
  const child = spawn(
    process.execPath,
    [
      '--import',
      resolve(folder, 'usage.mjs'),
      '--max-old-space-size=12000',
      resolve('node_modules/@docusaurus/core/bin/docusaurus.mjs'),
      'build',
      '--locale',
      'en',
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
    throw new Error(`The site in ${folder} cannot be built:\n${said.join('')}`);
  }
  const used: NodeJS.ResourceUsage = JSON.parse(await readFile(usage, 'utf8'));
  return {
    seconds,
    cpuSeconds: (used.userCPUTime + used.systemCPUTime) / 1e6,
    peakBytes: used.maxRSS * 1024,
    builtBytes: await sizeOf(join(folder, 'build')),
  };
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  const sizes = entries
    .filter(entry => entry.isFile())
    .map(async entry => (await stat(join(entry.parentPath, entry.name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
