import {spawn} from 'node:child_process';
import {cp, mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {parseYaml} from '@redocly/openapi-core';
import {stringify} from 'yaml';

import {isObject, items, member, members} from '../../../src/api/json';

/** Ends what a page might have begun around it, then calls `__hit` in each way that markup and templates know. */
const hostile =
  '</script></title></style></textarea>--><script>__hit(1)</script>\'"><img src=x onerror=__hit(2)> {__hit(3)} ${__hit(4)} [x](javascript:__hit(5)) [y](JaVa\tScript:__hit(6)) ![z](data:text/html,<script>__hit(7)</script>) <a href="javascript:__hit(8)">a</a> ]]>&lt;script&gt; <!--<script> \u2028';

/**
 * Builds this site anew below `/docs/`, in all languages, with a document, a configuration, a front matter and
 * translations of which every text is {@link hostile}. Gives the folder that a host would serve at `/`.
 */
export async function buildHostileSite(folder: string): Promise<string> {
  await rm(folder, {recursive: true, force: true});
  await mkdir(folder, {recursive: true});
  for (const part of [
    'docs',
    'i18n',
    'src',
    'static',
    'sidebars.ts',
    'locales.ts',
    'package.json',
    '.browserslistrc',
  ]) {
    await cp(part, join(folder, part), {recursive: true, filter: file => !file.endsWith('.generated.mdx')});
  }
  await cp('docusaurus.config.ts', join(folder, 'site.config.ts'));
  await writeFile(join(folder, 'docusaurus.config.ts'), configuration);
  await writeFile(join(folder, 'docs/api/hostile.mdx'), page);
  const document = join(folder, 'static/openapi.yaml');
  await writeFile(document, stringify(hostileDocument(parseYaml(await readFile(document, 'utf8')))));
  await translateHostile(join(folder, 'i18n/de'));
  await build(folder);
  return join(folder, 'build');
}

const text = JSON.stringify(hostile);

const configuration = `import type {ThemeConfig} from '@docusaurus/preset-classic';
import site from './site.config';

const hostile = ${text};
const {navbar, footer}: ThemeConfig = site.themeConfig ?? {};

export default {
  ...site,
  title: site.title + hostile,
  tagline: hostile,
  themeConfig: {
    ...site.themeConfig,
    navbar: {...navbar, title: hostile, logo: {...navbar?.logo, alt: hostile}},
    footer: {...footer, copyright: hostile},
  },
};
`;

const page = `---
title: ${text}
description: ${text}
sidebar_label: ${text}
keywords: [${text}]
---

A page.
`;

/** The document with every text of its own hostile, and an operation whose names are so too. */
function hostileDocument(document: unknown): unknown {
  const whole = withHostileWords(document, '');
  const membersOf = (holder: unknown, name: string): object =>
    Object.fromEntries(members(member(holder, name)));
  const schema = {
    type: 'object',
    title: hostile,
    required: ['constructor', hostile],
    properties: {
      constructor: {type: 'string', description: hostile},
      [hostile]: {type: 'string', enum: [hostile], description: hostile, default: hostile},
      '100%': {
        type: 'string',
        pattern: '</script>',
        description: 'See [there](https://example.com/100%#%E0%A4%A).',
      },
    },
  };
  const content = {
    'application/json': {
      schema,
      examples: {[hostile]: {summary: hostile, value: {constructor: 'a', [hostile]: hostile}}},
    },
  };
  return {
    ...Object.fromEntries(members(whole)),
    tags: [...items(member(whole, 'tags')), {name: hostile, description: hostile}, {name: 'constructor'}],
    externalDocs: {url: 'javascript:__hit(9)', description: hostile},
    components: {
      ...membersOf(whole, 'components'),
      securitySchemes: {
        ...membersOf(member(whole, 'components'), 'securitySchemes'),
        hostile: {
          type: 'oauth2',
          description: hostile,
          flows: {
            authorizationCode: {
              authorizationUrl: 'https://auth.example.com/authorize',
              tokenUrl: 'https://auth.example.com/token',
              scopes: {read: hostile},
            },
          },
        },
      },
    },
    paths: {
      ...membersOf(whole, 'paths'),
      '/hostile/{constructor}': {
        post: {
          operationId: hostile,
          summary: hostile,
          description: hostile,
          tags: [hostile],
          security: [{hostile: ['read']}],
          parameters: [
            {name: 'constructor', in: 'path', required: true, description: hostile, schema: {type: 'string'}},
            {
              name: hostile,
              in: 'query',
              required: true,
              description: hostile,
              schema: {type: 'string', default: hostile},
            },
          ],
          requestBody: {required: true, description: hostile, content},
          responses: {'200': {description: hostile, content}, '400': {description: hostile}},
        },
        get: {
          operationId: 'plain',
          summary: hostile,
          tags: ['constructor'],
          parameters: [{name: 'constructor', in: 'path', required: true, schema: {type: 'string'}}],
          responses: {'200': {description: hostile}},
        },
      },
    },
  };
}

function withHostileWords(value: unknown, within: string): unknown {
  if (Array.isArray(value)) {
    return value.map(item => withHostileWords(item, within));
  }
  return isObject(value)
    ? Object.fromEntries(
        members(value).map(([name, member]) => [
          name,
          typeof member === 'string' && name === 'description' && !isOfExample(within)
            ? `${member} ${hostile}`
            : withHostileWords(member, isOfExample(within) ? within : name),
        ]),
      )
    : value;
}

/** What an example holds is data, which has to fit its schema. */
function isOfExample(name: string): boolean {
  return name === 'example' || name === 'examples' || name === 'properties';
}

async function translateHostile(folder: string): Promise<void> {
  for (const file of [
    'code.json',
    'docusaurus-theme-classic/footer.json',
    'docusaurus-theme-classic/navbar.json',
  ]) {
    const path = join(folder, file);
    const messages: unknown = JSON.parse(await readFile(path, 'utf8'));
    const changed = members(messages).map(([id, entry]) => [
      id,
      isObject(entry) ? {...entry, message: `${String(entry['message'])} ${hostile}`} : entry,
    ]);
    await writeFile(path, JSON.stringify(Object.fromEntries(changed)));
  }
}

async function build(folder: string): Promise<void> {
  const child = spawn(
    process.execPath,
    [resolve('node_modules/@docusaurus/core/bin/docusaurus.mjs'), 'build', '--out-dir', 'build/docs'],
    {
      cwd: folder,
      env: {...process.env, NODE_ENV: 'production', SITE_BASE_URL: '/docs/', FIXTURE_PAGES: ''},
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const said: string[] = [];
  child.stdout.on('data', data => said.push(String(data)));
  child.stderr.on('data', data => said.push(String(data)));
  const code = await new Promise(resolve => child.once('close', resolve));
  if (code !== 0) {
    throw new Error(`The site cannot be built:\n${said.join('')}`);
  }
}
