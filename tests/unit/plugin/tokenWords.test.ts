import {toString} from 'mdast-util-to-string';
import {expect, test} from 'vitest';

import {operationToMdast} from '../../../src/plugin/operationPage';
import {apiOf} from '../mock/support/mockOf';

/** All that the page of an operation says, whose only security scheme this is. */
function pageWith(scheme: object): string {
  const {
    operations: [operation],
  } = apiOf({
    security: [{auth: []}],
    paths: {'/thing': {get: {responses: {200: {description: 'Done'}}}}},
    components: {securitySchemes: {auth: scheme}},
  });
  if (!operation) {
    throw new Error('There is no operation.');
  }
  return toString(operationToMdast(operation));
}

const urls = {
  authorizationUrl: 'https://a.test/authorize',
  deviceAuthorizationUrl: 'https://a.test/device',
  tokenUrl: 'https://a.test/token',
};

test.each([
  [
    'authorizationCode',
    ['authorizationUrl', 'tokenUrl'],
    'authorization code: sign in at https://a.test/authorize',
  ],
  ['implicit', ['authorizationUrl'], 'implicit flow: sign in at https://a.test/authorize'],
  ['password', ['tokenUrl'], 'user name and password: https://a.test/token'],
  ['clientCredentials', ['tokenUrl'], 'client credentials: https://a.test/token'],
  [
    'deviceAuthorization',
    ['deviceAuthorizationUrl', 'tokenUrl'],
    'for devices: https://a.test/device issues a code to enter in a browser, then https://a.test/token the token.',
  ],
])(
  'the page tells how the flow %s gives a token, and nothing of one without its addresses',
  (flow, needed, words) => {
    const whole = {...urls, scopes: {}};
    expect(pageWith({type: 'oauth2', flows: {[flow]: whole}})).toContain(words);
    for (const name of needed) {
      expect(pageWith({type: 'oauth2', flows: {[flow]: {...whole, [name]: undefined}}})).not.toContain(
        'OAuth 2.0',
      );
    }
  },
);

test('the page tells where an authorization server describes itself, and which scheme is on its way out', () => {
  const scheme = {type: 'oauth2', flows: {}};
  const told = pageWith({...scheme, deprecated: true, oauth2MetadataUrl: 'https://a.test/meta'});
  expect(told).toContain('The metadata of the authorization server is at https://a.test/meta.');
  expect(told).toContain('Deprecated. It can be removed.');
  expect(pageWith({...scheme, deprecated: false})).not.toMatch(/Deprecated|metadata/);
});
