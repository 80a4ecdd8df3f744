import type {Peer} from '../peer';

export const ours: Peer = {
  name: 'CloudIndex Docs',
  prepare: () => Promise.resolve('build'),
  createUser: '/api/users/create-user',
  listUsers: '/api/users/list-users',
  sign: 'html[data-has-hydrated="true"]',
  form: {
    open: page => page.getByRole('button', {name: 'Try it'}).first(),
    field: 'form[aria-label="Try it"] input',
  },
  code: {
    edit: async page => {
      await page.getByRole('textbox', {name: 'email'}).click();
      await page.keyboard.press('End');
    },
    sample: '[role="tabpanel"][data-selected="true"] pre',
  },
  answer: {
    fill: async (page, origin) => {
      await page.getByRole('button', {name: 'Try it'}).first().click();
      await page.getByLabel('Server').selectOption('custom');
      await page.getByLabel('Base URL').fill(`${origin}/v1`);
      await page.getByLabel('API key').fill('any');
    },
    send: page => page.getByRole('button', {name: 'Send', exact: true}),
  },
};
