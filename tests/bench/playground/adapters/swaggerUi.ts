import type {Peer} from '../peer';
import {prepareStandalone} from '../standalone';

const version = '5.35.0';

export const swaggerUi: Peer = {
  name: `Swagger UI ${version}`,
  prepare: document =>
    prepareStandalone(
      {
        packageName: 'swagger-ui-dist',
        version,
        files: ['swagger-ui-bundle.js', 'swagger-ui.css'],
        body: `<link rel="stylesheet" href="/swagger-ui.css"><div id="app"></div><script src="/swagger-ui-bundle.js"></script>
<script>SwaggerUIBundle({url: '/openapi.yaml', dom_id: '#app', deepLinking: true})</script>`,
      },
      document,
    ),
  createUser: '/#/Users/createUser',
  listUsers: '/#/Users/listUsers',
  sign: '.try-out__btn',
  form: {
    open: page => page.getByRole('button', {name: 'Try it out'}).first(),
    field: 'textarea.body-param__text',
  },
  code: {lacks: 'shows a command only once a request was sent'},
  answer: {
    fill: page => page.getByRole('button', {name: 'Try it out'}).first().click(),
    send: page => page.getByRole('button', {name: 'Execute'}),
  },
};
