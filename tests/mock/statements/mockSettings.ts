import {expect} from 'vitest';

import {EXPIRED, newUser, READ_ONLY, type Statement} from './statement';

const MINUTE_MS = 60_000;

/** Keys, headers and settings by which the mock fails on purpose. */
export const mockSettings: readonly Statement[] = [
  {
    page: 'testing',
    says: 'Every write gets ….',
    async proof({status}) {
      expect(await status('DELETE', '/users/usr_7mx0te', {headers: READ_ONLY})).toBe(403);
      expect(await status('GET', '/users/usr_7mx0te', {headers: READ_ONLY})).toBe(200);
    },
  },
  {
    page: 'testing',
    says: 'ck_mock_4242_expired | Every request gets ….',
    async proof({status}) {
      expect(await status('GET', '/users', {headers: EXPIRED})).toBe(401);
    },
  },
  {
    page: 'testing',
    says: 'Prefer: dynamic=true | Values generated from the schema, different each time.',
    async proof({json}) {
      const headers = {Prefer: 'dynamic=true'};
      const [first, second] = [
        await json('GET', '/users/usr_0', {headers}),
        await json('GET', '/users/usr_0', {headers}),
      ];
      expect(Object.keys(first)).toEqual(expect.arrayContaining(['id', 'email', 'role']));
      expect(second).not.toEqual(first);
    },
  },
  {
    page: 'testing',
    says: 'With the header Prefer, you choose the response to any request that has a valid key',
    async proof({status}) {
      const headers = {Prefer: 'code=503'};
      expect(await status('POST', '/users', {body: {}, headers})).toBe(503);
      expect(await status('POST', '/users', {body: {}, headers: {...headers, ...EXPIRED}})).toBe(401);
    },
  },
  {
    page: 'testing',
    says: 'After ten requests a minute, you get ….',
    async proof({mock, status, later}) {
      mock.play({rateLimit: 10});
      const statuses: number[] = [];
      for (let sent = 0; sent < 11; sent++) {
        statuses.push(await status('GET', '/users'));
      }
      expect(statuses).toEqual([...Array<number>(10).fill(200), 429]);
      later(MINUTE_MS);
      expect(await status('GET', '/users')).toBe(200);
    },
  },
  {
    page: 'testing',
    says: 'One request in five gets ….',
    async proof({mock, status}) {
      mock.play({failureRate: 0.2});
      let failed = 0;
      for (let sent = 0; sent < 400; sent++) {
        failed += Number((await status('GET', '/users/usr_7mx0te')) === 503);
      }
      expect(failed).toBeGreaterThan(40);
      expect(failed).toBeLessThan(120);
    },
  },
  {
    page: 'testing',
    says: 'Every key has expired.',
    async proof({mock, status}) {
      mock.play({expiredKey: true});
      expect(await status('GET', '/users')).toBe(401);
    },
  },
  {
    page: 'testing',
    says: 'The account has no data.',
    async proof({mock, json}) {
      mock.play({emptyAccount: true});
      expect((await json('GET', '/users')).data).toEqual([]);
    },
  },
  {
    page: 'quickstart',
    says: 'The mock keeps what you create until you close the tab',
    async proof({mock, json, later}) {
      const {id} = await json('POST', '/users', {body: newUser});
      later(24 * 60 * MINUTE_MS);
      expect(await json('GET', `/users/${id}`)).toMatchObject(newUser);
      await mock.reset();
      expect((await json('GET', `/users/${id}`)).status).toBe(404);
    },
  },
];
