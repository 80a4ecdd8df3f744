import type {Peer} from '../peer';
import {prepareStandalone} from '../standalone';

/** The last whose page is one script that anybody may serve. */
const version = '2.5.4';
const lacks = 'has no form';

export const redoc: Peer = {
  name: `Redoc ${version}`,
  prepare: document =>
    prepareStandalone(
      {
        packageName: 'redoc',
        version,
        files: ['bundles/redoc.standalone.js'],
        body: `<redoc spec-url="/openapi.yaml"></redoc><script src="/redoc.standalone.js"></script>`,
      },
      document,
    ),
  createUser: '/#tag/Users/operation/createUser',
  listUsers: '/#tag/Users/operation/listUsers',
  sign: 'text=Create User',
  form: {lacks},
  code: {lacks},
  answer: {lacks},
};
