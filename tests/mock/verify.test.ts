import {afterEach, describe, expect, test} from 'vitest';

import {loadApi} from '../../src/api/document/load';
import rules from '../../src/cloudindex/mock/rules';
import {createMock} from '../../src/mock/mock';
import type {Report} from '../../src/verify/report/report';
import {runVerify} from './support/runVerify';
import {serveMock, type ServedMock} from './support/serveMock';
import {serveWrong} from './support/wrongServer';
import {wrongServers} from './support/wrongServers';

const api = await loadApi('static/openapi.yaml');
const served: ServedMock[] = [];

afterEach(() => Promise.all(served.splice(0).map(({close}) => close())));

async function reportOn(server: ServedMock, ...args: readonly string[]): Promise<Report> {
  served.push(server);
  return JSON.parse((await runVerify(['--server', server.baseUrl, '--json', ...args])).output);
}

function told({problems}: Report): readonly string[] {
  return problems.map(({operation, statuses, problem}) => `${operation} ${statuses.join(', ')} ${problem}`);
}

describe('the local mock', () => {
  test('is as documented in all operations and statuses, and holds afterwards what it held before', async () => {
    const mock = createMock({rules, api, wait: () => Promise.resolve()});
    const rowsOf = (name: string): unknown => mock.inspect().tables.find(table => table.name === name)?.rows;
    const kept = ['users', 'documents', 'threads', 'messages'];
    const before = kept.map(rowsOf);
    const report = await reportOn(await serveMock(mock), '--disposable');
    expect(told(report)).toEqual([]);
    expect(report.unseen).toEqual([]);
    expect(report.operations).toHaveLength(api.operations.length);
    for (const {id, documented, received} of report.operations) {
      expect({id, statuses: received.map(String).toSorted()}).toEqual({id, statuses: documented.toSorted()});
    }
    expect(kept.map(rowsOf)).toEqual(before);
  });

  test('is not asked to delete or change what the run did not make, unless its data may be lost', async () => {
    const mock = createMock({rules, api, wait: () => Promise.resolve()});
    const own = new Set(mock.inspect().tables.flatMap(({rows}) => rows.map(({id}) => id)));
    const report = await reportOn(await serveMock(mock));
    const changing = mock
      .inspect()
      .requests.filter(({method, path}) => method !== 'GET' && [...own].some(id => path.includes(id)));
    expect(changing).toEqual([]);
    expect(report.unseen.flatMap(({what}) => what)).toEqual(['deleteUser 409']);
  });
});

describe('a service unlike its document is told at the operation and in words that name the difference', () => {
  test.each(wrongServers.map(wrong => [wrong.name, wrong] as const))(
    '%s',
    async (_, {operation: operationId, words, change}) => {
      const server = await serveWrong(api, operationId, change);
      const {tags} = api.operations.find(({id}) => id === operationId) ?? {tags: []};
      const report = await reportOn(server, '--only', tags.join());
      const found = told(report);
      expect(
        found.filter(line => line.startsWith(`${operationId} `) && line.includes(words)),
        found.join('\n'),
      ).not.toEqual([]);
      expect(found.filter(line => !line.startsWith(`${operationId} `))).toEqual([]);
    },
  );
});
