import type {Locator, Page} from '@playwright/test';

import {openOn} from './support/securedOperation';
import {shapesOperation} from './support/shapesOperation';
import {
  axeViolations,
  expect,
  fitsTheWindow,
  holdScripts,
  openTryIt,
  rawBody,
  rawText,
  test,
  visit,
} from './support/test';

async function openForm(page: Page, id: string): Promise<void> {
  await openOn(page, await shapesOperation(id));
}

/** The body as it would be sent. */
async function raw(page: Page): Promise<string> {
  await page.getByRole('button', {name: 'Raw', exact: true}).click();
  const text = await rawText(page);
  await page.getByRole('button', {name: 'Form', exact: true}).click();
  return text;
}

async function writeRaw(page: Page, text: string): Promise<void> {
  await page.getByRole('button', {name: 'Raw', exact: true}).click();
  await rawBody(page).fill(text);
  await page.getByRole('button', {name: 'Form', exact: true}).click();
}

function sample(page: Page) {
  return page.getByLabel('Sample');
}

test('items of an array are moved, removed and added by keyboard; focus goes along and it is told', async ({
  page,
}) => {
  await openForm(page, 'createOrder');
  const tags = page.getByRole('group', {name: /^tags/});
  await page.getByRole('button', {name: 'Move tags 3 up'}).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', {name: 'Move tags 2 up'})).toBeFocused();
  await expect(page.getByText('tags: item 3 is now item 2 of 3.')).toBeAttached();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', {name: 'Move tags 1 up'})).toBeFocused();
  await expect(tags.getByRole('textbox', {name: 'tags 1'})).toHaveValue('third');
  await page.getByRole('button', {name: 'Remove tags 2'}).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', {name: 'Remove tags 2'})).toBeFocused();
  await tags.getByRole('button', {name: 'Add to tags'}).focus();
  await page.keyboard.press('Enter');
  await expect(tags.getByRole('textbox', {name: 'tags 3'})).toBeFocused();
  expect(JSON.parse(await raw(page))).toMatchObject({tags: ['third', 'second', 'text']});
});

test('another branch keeps what both know, drops what it does not, and brings what it asks for', async ({
  page,
}) => {
  await openForm(page, 'createOrder');
  await page.getByRole('textbox', {name: 'amount'}).fill('10.50');
  await page.getByLabel('Variant of payment').selectOption({label: 'bank'});
  await expect(page.getByRole('textbox', {name: 'iban'})).toBeVisible();
  await expect(page.getByRole('textbox', {name: 'number'})).toHaveCount(0);
  await expect(page.getByRole('textbox', {name: 'amount'})).toHaveValue('10.50');
  const text = await raw(page);
  expect(text).toContain('"amount": 10.50');
  expect(JSON.parse(text).payment).toEqual({method: 'bank', amount: 10.5, iban: ''});
});

test('left out, empty text and null are three things', async ({page}) => {
  await openForm(page, 'createOrder');
  const note = page.getByRole('textbox', {name: 'note'});
  await note.fill('a');
  await note.fill('');
  expect(JSON.parse(await raw(page))).toMatchObject({note: ''});
  await expect(page.getByText('empty text')).toBeVisible();
  await page.getByRole('button', {name: 'null for note'}).click();
  await expect(page.getByRole('button', {name: 'Enter a value for note'})).toBeFocused();
  expect(JSON.parse(await raw(page))).toMatchObject({note: null});
  await page.getByRole('button', {name: 'Leave out note'}).click();
  await expect(note).toBeFocused();
  expect(JSON.parse(await raw(page))).not.toHaveProperty('note');
});

test('a schema that recurs opens as deep as the reader asks', async ({page}) => {
  await openForm(page, 'createOrder');
  await page.getByRole('button', {name: 'Add category'}).click();
  for (let depth = 0; depth < 6; depth++) {
    await page.getByRole('button', {name: 'Add parent'}).click();
  }
  await expect(page.getByRole('textbox', {name: 'name'}).last()).toBeFocused();
  await page.keyboard.type('s');
  expect(await raw(page)).toContain('"name": "texts"');
});

test('an object has its own fields and entries beside them', async ({page}) => {
  await openForm(page, 'createOrder');
  await page.getByRole('button', {name: 'Add attributes'}).click();
  await page.getByLabel('New entry of attributes').fill('size');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', {name: 'size'})).toBeFocused();
  await page.getByRole('textbox', {name: 'size'}).fill('90071992547409931');
  await page.getByRole('textbox', {name: 'colour'}).fill('red');
  expect(await raw(page)).toContain('"size": 90071992547409931');
});

test('a value of several types is typed as the one that is chosen', async ({page}) => {
  await openForm(page, 'createOrder');
  await page.getByLabel('Type of weight').selectOption('number');
  await page.getByRole('textbox', {name: 'weight'}).fill('1.0');
  expect(await raw(page)).toContain('"weight": 1.0');
  await page.getByLabel('Type of weight').selectOption('string');
  await expect(sample(page)).toContainText('"weight": "1.0"');
  expect(await raw(page)).toContain('"weight": "1.0"');
});

test('a long list is searched by keyboard', async ({page}) => {
  await openForm(page, 'createOrder');
  const country = page.getByRole('combobox', {name: 'country'});
  // Until what searches is there, a plain choice stands in, and stays for whoever is in it.
  await expect(country).toHaveJSProperty('tagName', 'INPUT');
  await country.focus();
  await page.keyboard.type('an');
  await expect(page.getByRole('listbox', {name: 'country'}).getByRole('option')).toHaveText([
    'Canada',
    'Finland',
    'France',
    'Germany',
    'Japan',
  ]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(country).toHaveValue('France');
  expect(JSON.parse(await raw(page))).toMatchObject({country: 'France'});
  await country.focus();
  await page.keyboard.type('zz');
  await page.keyboard.press('Escape');
  await expect(country).toHaveValue('France');
});

test('what is typed in a long list goes along when it is sent from there', async ({page}) => {
  await openForm(page, 'createOrder');
  const sent = page.waitForRequest('https://shapes.example/**');
  await page.route('https://shapes.example/**', route =>
    route.fulfill({status: 201, headers: {'Access-Control-Allow-Origin': '*'}}),
  );
  await expect(page.getByRole('combobox', {name: 'country'})).toHaveJSProperty('tagName', 'INPUT');
  await page.getByRole('combobox', {name: 'country'}).fill('Chile');
  await page.keyboard.press('Control+Enter');
  expect((await sent).postDataJSON()).toMatchObject({country: 'Chile'});
  await expect(page.getByRole('combobox', {name: 'country'})).toHaveValue('Chile');
});

test('times, UUIDs and files in Base64 are made by a press', async ({page}) => {
  await openForm(page, 'createOrder');
  await page.getByRole('button', {name: 'Now: due'}).click();
  await page.getByRole('button', {name: 'New: key'}).click();
  await page
    .getByLabel('From a file: seal')
    .setInputFiles({name: 'seal.bin', mimeType: 'application/octet-stream', buffer: Buffer.from([1, 255])});
  await expect(page.getByRole('textbox', {name: 'seal'})).toHaveValue('Af8=');
  await expect(page.getByRole('textbox', {name: 'due'})).toHaveValue(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  await expect(page.getByRole('textbox', {name: 'key'})).toHaveValue(/^[\da-f]{8}-[\da-f-]{27}$/);
});

test('a file in Base64 keeps what is typed elsewhere while it is read, and can be picked again', async ({
  page,
}) => {
  await page.addInitScript(() => {
    // A file that takes until the test lets it go.
    for (const [reads, name] of [
      [FileReader.prototype, 'readAsDataURL'],
      [Blob.prototype, 'arrayBuffer'],
    ] as const) {
      const read = Reflect.get(reads, name);
      Reflect.set(reads, name, async function slow(this: unknown, ...given: unknown[]) {
        await new Promise(resolve => addEventListener('read-on', resolve, {once: true}));
        return read.apply(this, given);
      });
    }
  });
  await openForm(page, 'createOrder');
  const picker = page.getByLabel('From a file: seal');
  const file = {name: 'seal.bin', mimeType: 'application/octet-stream', buffer: Buffer.from([1, 255])};
  await picker.setInputFiles(file);
  await page.getByRole('textbox', {name: 'old'}).fill('typed');
  await page.evaluate(() => dispatchEvent(new Event('read-on')));
  await expect(page.getByRole('textbox', {name: 'seal'})).toHaveValue('Af8=');
  await expect(page.getByRole('textbox', {name: 'old'})).toHaveValue('typed');
  await expect(picker).toHaveValue('');
});

test('a server that is chosen moves nothing once more when its check arrives', async ({page}) => {
  const operation = await shapesOperation('createOrder');
  await page.addInitScript({content: `window.givenOperation = ${JSON.stringify(operation)}`});
  await visit(page, '/fixtures/given-operation');
  await expect(page.getByRole('button', {name: 'Send', exact: true})).toBeVisible();
  const release = await holdScripts(page);
  await page.getByLabel('Server', {exact: true}).selectOption(operation.servers[0]?.url ?? '');
  const raw = page.getByRole('button', {name: 'Raw', exact: true});
  await expect(page.getByText('Send and the samples use')).toBeVisible();
  const before = await raw.boundingBox();
  release();
  await expect(page.getByRole('button', {name: 'Check whether it responds'})).toBeVisible();
  expect(await raw.boundingBox()).toEqual(before);
});

test('form and raw are one text: comments, digits and unknown members stay', async ({page}) => {
  await openForm(page, 'createOrder');
  const text = [
    '{',
    '  // the number',
    '  "reference": 123456789012345678901234567890,',
    '  "extra": {"deep": [1.10, "x"]}, // not in the document',
    '  "payment": {"method": "card", "amount": 1e3, "number": "1"}',
    '}',
  ].join('\n');
  await writeRaw(page, text);
  await expect(page.getByRole('textbox', {name: 'reference'})).toHaveValue('123456789012345678901234567890');
  await expect(page.getByRole('textbox', {name: 'deep 1'})).toHaveValue('1.10');
  await page.getByRole('textbox', {name: 'number'}).fill('2');
  expect(await raw(page)).toBe(text.replace('"1"}', '"2"}'));
  await page.getByRole('button', {name: 'Leave out extra'}).click();
  expect(await raw(page)).not.toContain('extra');
});

test('a named example fills in the form, tells so, and can be taken back', async ({page}) => {
  await openForm(page, 'createOrder');
  await page.getByRole('textbox', {name: 'number'}).fill('typed');
  await page.getByRole('button', {name: 'Examples'}).click();
  await page.getByRole('button', {name: /Paid from a bank account/}).click();
  await expect(page.getByText('Filled in: Paid from a bank account.')).toBeVisible();
  await expect(page.getByRole('button', {name: 'Examples'})).toBeFocused();
  await expect(page.getByRole('textbox', {name: 'iban'})).toHaveValue('DE89');
  await page.getByRole('button', {name: 'Undo'}).click();
  await expect(page.getByRole('textbox', {name: 'number'})).toHaveValue('typed');
});

test('the list of examples gives way to what has the focus next, and to a click beside it', async ({
  page,
}) => {
  await openForm(page, 'createOrder');
  const entry = page.getByRole('button', {name: /Paid from a bank account/});
  await page.getByRole('button', {name: 'Examples'}).click();
  await expect(entry).toBeVisible();
  await page.getByRole('textbox', {name: 'number'}).focus();
  await expect(entry).toBeHidden();
  await page.getByRole('button', {name: 'Examples'}).click();
  await page.getByRole('heading', {level: 1}).click();
  await expect(entry).toBeHidden();
});

test('a parameter that is an array has items, and is not sent when it is left out', async ({page}) => {
  await openForm(page, 'createOrder');
  await expect(sample(page)).not.toContainText('ids=');
  await page.getByRole('button', {name: 'Add to ids'}).click();
  await page.getByRole('textbox', {name: 'ids 1'}).fill('7');
  await expect(sample(page)).toContainText('ids=7');
  await page.getByRole('button', {name: 'Leave out ids'}).click();
  await expect(sample(page)).not.toContainText('ids');
  await expect(page.getByText('deprecated')).toBeVisible();
});

test('each fault stands at its field in plain words, and its link opens what is folded', async ({page}) => {
  await openForm(page, 'createOrder');
  await writeRaw(
    page,
    '{"reference": "x", "tags": ["a"], "payment": {"method": "card", "amount": 1}, "category": {"name": "a", "parent": {"name": "b", "parent": {"name": "c", "parent": {"name": "d", "parent": {}}}}}}',
  );
  await page.getByRole('button', {name: 'Send', exact: true}).click();
  const faults = page.getByRole('group', {name: 'This request does not match the documentation'});
  await expect(faults.getByRole('listitem')).toHaveCount(4);
  await expect(page.getByRole('textbox', {name: 'reference'})).toHaveAccessibleDescription(
    /Must be an integer/,
  );
  await expect(page.getByRole('textbox', {name: 'tags 1'})).toHaveAccessibleDescription(
    /at least 2 characters/,
  );
  await expect(page.getByRole('textbox', {name: 'number'})).toHaveAccessibleDescription(/Is required/);
  await faults.getByRole('button', {name: 'category/parent/parent/parent/parent/name'}).click();
  const name = page.getByRole('textbox', {name: 'name'}).last();
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription(/Is required/);
});

test('files are picked or dropped, shown with their size, removed, and named when they lack', async ({
  page,
}) => {
  await openForm(page, 'sendFiles');
  await page.getByRole('textbox', {name: 'title'}).fill('Two files');
  await page.getByRole('button', {name: 'Send', exact: true}).click();
  await expect(page.getByLabel('files', {exact: true})).toHaveAccessibleDescription(/Is required/);
  await page
    .getByLabel('files', {exact: true})
    .setInputFiles({name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('hello')});
  await expect(page.getByText('5 B, text/plain')).toBeVisible();
  const dropped = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['bytes!'], 'b.bin'));
    return data;
  });
  await page.getByText('Choose files, or drop them here').dispatchEvent('drop', {dataTransfer: dropped});
  await expect(page.getByText('6 B')).toBeVisible();
  await expect(sample(page)).toContainText('b.bin');
  await page.getByRole('button', {name: 'Remove a.txt'}).click();
  await expect(page.getByText('5 B, text/plain')).toHaveCount(0);
  await expect(page.getByRole('button', {name: 'Remove b.bin'})).toBeFocused();
  await expect(sample(page)).not.toContainText('a.txt');
});

test('a file that was removed can be added again among further fields', async ({page}) => {
  await openForm(page, 'sendFiles');
  const picker = page.getByLabel('Add files');
  const file = {name: 'same.txt', mimeType: 'text/plain', buffer: Buffer.from('hello')};
  await page.getByRole('button', {name: 'Add a field'}).click();
  await picker.setInputFiles(file);
  await expect(page.getByText('same.txt', {exact: true})).toBeVisible();
  await expect(picker).toHaveValue('');
});

test('a part whose file has a name that cannot be sent is called by its own name, and leads there', async ({
  page,
}) => {
  await openForm(page, 'sendFiles');
  await page.getByRole('textbox', {name: 'title'}).fill('One file');
  await page
    .getByLabel('files', {exact: true})
    .setInputFiles({name: 'a"b.pdf', mimeType: 'application/pdf', buffer: Buffer.from('x')});
  await page.getByRole('button', {name: 'Send', exact: true}).click();
  await page
    .getByRole('group', {name: 'This request cannot be sent'})
    .getByRole('button', {name: 'files', exact: true})
    .click();
  await expect(page.getByRole('button', {name: 'Remove a"b.pdf'})).toBeFocused();
});

test('the fields of a form come from its schema, and others can be added', async ({page}) => {
  await openForm(page, 'sendFiles');
  await page.getByRole('button', {name: 'Add to labels'}).click();
  await page.getByRole('textbox', {name: 'labels'}).fill('red');
  await page.getByRole('button', {name: 'Add details'}).click();
  await page.getByRole('textbox', {name: 'source'}).fill('scan');
  await page.getByRole('button', {name: 'Add a field'}).click();
  await page.getByLabel('Field 1, name').fill('extra');
  await page.getByLabel('Field 1, value').fill('1');
  for (const text of ['labels=red', 'scan', 'extra=1']) {
    await expect(sample(page)).toContainText(text);
  }
});

test('the file that is a body is picked with its name and size', async ({page}) => {
  await openForm(page, 'putPhoto');
  await page
    .getByLabel('File', {exact: true})
    .setInputFiles({name: 'me.png', mimeType: 'image/png', buffer: Buffer.alloc(2048)});
  await expect(page.getByText('2.0 kB, image/png')).toBeVisible();
  await expect(sample(page)).toContainText('me.png');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`at 390 px in ${colorScheme}`, () => {
    test.use({viewport: {width: 390, height: 844}, colorScheme});

    test('forms of every shape fit the window and axe is silent', async ({page}) => {
      await openForm(page, 'createOrder');
      await page.getByRole('button', {name: 'Add category'}).click();
      await page.getByRole('button', {name: 'Add parent'}).click();
      await page.getByRole('button', {name: 'Add attributes'}).click();
      await page.getByRole('button', {name: 'null for note'}).click();
      await page.getByRole('textbox', {name: 'reference'}).fill('none');
      await page.getByRole('button', {name: 'Send', exact: true}).click();
      await expect(page.getByRole('textbox', {name: 'reference'})).toBeFocused();
      expect(await fitsTheWindow(page)).toBe(true);
      expect(await axeViolations(page)).toEqual([]);
    });

    test('so do forms with files', async ({page}) => {
      await openForm(page, 'sendFiles');
      await page
        .getByLabel('files', {exact: true})
        .setInputFiles({name: `${'long'.repeat(30)}.txt`, mimeType: 'text/plain', buffer: Buffer.from('x')});
      expect(await fitsTheWindow(page)).toBe(true);
      expect(await axeViolations(page)).toEqual([]);
    });
  });
}

test('required fields come first, and optional ones that are left out are folded where they are many', async ({
  page,
}) => {
  const operation = await shapesOperation('createOrder');
  const names = Array.from({length: 12}, (_, index) => `extra${index + 1}`);
  const schema = {
    type: 'object' as const,
    required: ['last'],
    properties: Object.fromEntries([...names, 'last'].map(name => [name, {type: 'string' as const}])),
  };
  const content = [{type: 'application/json', schema, examples: [], encoding: {}}];
  await openOn(page, {...operation, requestBody: {required: true, content}});
  const body = page.getByRole('group', {name: 'Request body'});
  await expect(body.getByRole('textbox').first()).toHaveAccessibleName('last');
  await expect(page.getByRole('textbox', {name: 'extra7'})).toBeHidden();
  await page.getByText('Optional fields (12)').click();
  await page.getByRole('textbox', {name: 'extra7'}).fill('here');
  await expect(page.getByRole('textbox', {name: 'extra7'})).toBeFocused();
  await expect(page.getByLabel('Sample')).toContainText('"extra7": "here"');
  expect(await axeViolations(page)).toEqual([]);
});

for (const width of [390, 1280]) {
  test(`at ${width} px a field is told above, what is wrong with it is below, and what can be left out keeps the distance`, async ({
    page,
  }) => {
    await page.setViewportSize({width, height: 900});
    await openTryIt(page, '/api/users/create-user');
    const form = page.getByRole('form', {name: 'Try it'});
    const email = form.getByRole('textbox', {name: 'email'});
    await email.fill('nobody');
    await page.getByRole('button', {name: 'Send', exact: true}).click();
    const fault = form.getByText('Must be an email address.', {exact: true});
    await expect(fault).toBeVisible();
    const edges = async (part: Locator): Promise<{readonly top: number; readonly bottom: number}> =>
      part.evaluate(element => {
        const {top, bottom} = element.getBoundingClientRect();
        return {top, bottom};
      });
    expect((await edges(form.getByText("User's email address"))).bottom).toBeLessThan(
      (await edges(email)).top,
    );
    expect((await edges(fault)).top - (await edges(email)).bottom).toBeLessThan(10);
    const distance = async (words: string, control: Locator): Promise<number> =>
      (await edges(control)).top - (await edges(form.getByText(words, {exact: true}).last())).top;
    const ofName = await distance('name', form.getByRole('textbox', {name: 'name', exact: true}));
    const ofRole = await distance('role', form.getByRole('combobox', {name: 'role'}));
    expect(Math.abs(ofRole - ofName)).toBeLessThan(2);
  });
}
