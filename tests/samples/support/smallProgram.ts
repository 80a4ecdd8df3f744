/** What a program of a few variables does, in no language: texts, and tables of headers or of data. */
export type Statement =
  | {readonly type: 'let'; readonly name: string; readonly holds: Holds; readonly value: Expression}
  | {readonly type: 'assign'; readonly name: string; readonly value: Expression}
  | {readonly type: 'put'; readonly name: string; readonly key: string; readonly value: Expression}
  | {readonly type: 'if'; readonly test: Test; readonly body: readonly Statement[]}
  /** Once, or as often as the environment says: in the tests, twice. */
  | {readonly type: 'loop'; readonly isKnown: boolean; readonly body: readonly Statement[]}
  | {
      readonly type: 'function';
      readonly name: string;
      readonly parameters: readonly (readonly [name: string, holds: Holds])[];
      readonly body: readonly Statement[];
      readonly gives?: Expression;
    }
  | {readonly type: 'call'; readonly name: string; readonly args: readonly Expression[]}
  /** A change by a function of the language or a library that does it behind the reader's back. */
  | {readonly type: 'putBy'; readonly name: string; readonly key: string; readonly value: string}
  | {readonly type: 'returnIf'; readonly test: Test}
  | {
      readonly type: 'send';
      readonly method: string;
      readonly url: Expression;
      readonly headers: Expression;
      readonly data?: Expression;
    };

export type Expression =
  | {readonly type: 'text'; readonly text: string}
  | {readonly type: 'number'; readonly number: number}
  | {readonly type: 'name'; readonly name: string}
  | {readonly type: 'sum'; readonly of: readonly Expression[]}
  | {readonly type: 'call'; readonly name: string; readonly args: readonly Expression[]}
  | {
      readonly type: 'table';
      readonly holds: Holds;
      readonly entries: readonly (readonly [key: string, value: Expression])[];
    };

export type Holds = 'text' | 'headers' | 'data';

/** `unknown` holds where the environment has a variable, which the tests set. */
export type Test = 'yes' | 'no' | 'unknown';

/** Whether something is sent within it, so that JavaScript has to wait for it. */
function sends(body: readonly Statement[]): boolean {
  return body.some(
    statement =>
      statement.type === 'send' ||
      statement.type === 'call' ||
      (statement.type !== 'function' && 'body' in statement && sends(statement.body)),
  );
}

function indented(lines: readonly string[], by: string): string[] {
  return lines.map(line => (line === '' ? line : by + line));
}

/** Expressions are written alike in the languages, but for the type that stands before a table. */
function expressionIn(typeOf: (holds: Holds) => string): (one: Expression) => string {
  return function expression(one): string {
    switch (one.type) {
      case 'text':
        return JSON.stringify(one.text);
      case 'number':
        return String(one.number);
      case 'name':
        return one.name;
      case 'sum':
        return one.of.map(expression).join(' + ');
      case 'call':
        return `${one.name}(${one.args.map(expression).join(', ')})`;
      case 'table':
        return `${typeOf(one.holds)}{${one.entries.map(([key, value]) => `${JSON.stringify(key)}: ${expression(value)}`).join(', ')}}`;
    }
  };
}

export function javascript(body: readonly Statement[]): string {
  const tests: Readonly<Record<Test, string>> = {
    yes: "'a' === 'a'",
    no: '1 > 2',
    unknown: 'process.env.SAMPLE_FLAG',
  };
  const expression = expressionIn(() => '');
  const block = (head: string, inner: readonly Statement[]): string[] => [
    `${head} {`,
    ...indented(inner.flatMap(statement), '  '),
    '}',
  ];
  const statement = (one: Statement): string[] => {
    switch (one.type) {
      case 'let':
        return [`let ${one.name} = ${expression(one.value)};`];
      case 'assign':
        return [`${one.name} = ${expression(one.value)};`];
      case 'put':
        return [`${one.name}[${JSON.stringify(one.key)}] = ${expression(one.value)};`];
      case 'putBy':
        return [`Reflect.set(${one.name}, ${JSON.stringify(one.key)}, ${JSON.stringify(one.value)});`];
      case 'if':
        return block(`if (${tests[one.test]})`, one.body);
      case 'returnIf':
        return [`if (${tests[one.test]}) { return; }`];
      case 'loop':
        return block(
          `for (let i = 0; i < ${one.isKnown ? '1' : 'Number(process.env.SAMPLE_COUNT)'}; i++)`,
          one.body,
        );
      case 'function': {
        const inner = one.body.flatMap(statement);
        return [
          `${sends(one.body) ? 'async ' : ''}function ${one.name}(${one.parameters.map(([name]) => name).join(', ')}) {`,
          ...indented([...inner, ...(one.gives ? [`return ${expression(one.gives)};`] : [])], '  '),
          '}',
        ];
      }
      case 'call':
        return [`await ${one.name}(${one.args.map(expression).join(', ')});`];
      case 'send':
        return [
          `await fetch(${expression(one.url)}, {`,
          `  method: ${JSON.stringify(one.method)},`,
          `  headers: ${expression(one.headers)},`,
          ...(one.data ? [`  body: JSON.stringify(${expression(one.data)}),`] : []),
          '});',
        ];
    }
  };
  return body.flatMap(statement).join('\n');
}

export function python(body: readonly Statement[]): string {
  const tests: Readonly<Record<Test, string>> = {
    yes: '"a" == "a"',
    no: '1 > 2',
    unknown: 'os.environ.get("SAMPLE_FLAG")',
  };
  const expression = expressionIn(() => '');
  const block = (head: string, inner: readonly string[]): string[] => [
    `${head}:`,
    ...indented(inner.length > 0 ? inner : ['pass'], '    '),
  ];
  const statement = (one: Statement): string[] => {
    switch (one.type) {
      case 'let':
      case 'assign':
        return [`${one.name} = ${expression(one.value)}`];
      case 'put':
        return [`${one.name}[${JSON.stringify(one.key)}] = ${expression(one.value)}`];
      case 'putBy':
        return [`operator.setitem(${one.name}, ${JSON.stringify(one.key)}, ${JSON.stringify(one.value)})`];
      case 'if':
        return block(`if ${tests[one.test]}`, one.body.flatMap(statement));
      case 'returnIf':
        return block(`if ${tests[one.test]}`, ['return']);
      case 'loop':
        return block(
          `for i in range(${one.isKnown ? '1' : 'int(os.environ["SAMPLE_COUNT"])'})`,
          one.body.flatMap(statement),
        );
      case 'function':
        return block(`def ${one.name}(${one.parameters.map(([name]) => name).join(', ')})`, [
          ...one.body.flatMap(statement),
          ...(one.gives ? [`return ${expression(one.gives)}`] : []),
        ]);
      case 'call':
        return [`${one.name}(${one.args.map(expression).join(', ')})`];
      case 'send':
        return [
          `requests.request(${JSON.stringify(one.method)}, ${expression(one.url)}, headers=${expression(one.headers)}${
            one.data ? `, json=${expression(one.data)}` : ''
          })`,
        ];
    }
  };
  return ['import operator', 'import os', 'import requests', '', ...body.flatMap(statement)].join('\n');
}

export function go(body: readonly Statement[]): string {
  const tests: Readonly<Record<Test, string>> = {
    yes: '"a" == "a"',
    no: '1 > 2',
    unknown: 'os.Getenv("SAMPLE_FLAG") != ""',
  };
  const types: Readonly<Record<Holds, string>> = {
    text: 'string',
    headers: 'map[string]string',
    data: 'map[string]any',
  };
  const expression = expressionIn(holds => types[holds]);
  const block = (head: string, inner: readonly Statement[], last: readonly string[] = []): string[] => [
    `${head} {`,
    ...indented([...inner.flatMap(statement), ...last], '\t'),
    '}',
  ];
  const statement = (one: Statement): string[] => {
    switch (one.type) {
      case 'let':
        return [`${one.name} := ${expression(one.value)}`, `_ = ${one.name}`];
      case 'assign':
        return [`${one.name} = ${expression(one.value)}`];
      case 'put':
        return [`${one.name}[${JSON.stringify(one.key)}] = ${expression(one.value)}`];
      case 'putBy':
        return [
          `reflect.ValueOf(${one.name}).SetMapIndex(reflect.ValueOf(${JSON.stringify(one.key)}), reflect.ValueOf(${JSON.stringify(one.value)}))`,
        ];
      case 'if':
        return block(`if ${tests[one.test]}`, one.body);
      case 'returnIf':
        return [`if ${tests[one.test]} {`, '\treturn', '}'];
      case 'loop':
        return block(
          `for i := 0; i < ${one.isKnown ? '1' : 'len(os.Getenv("SAMPLE_COUNT"))'}; i++`,
          one.body,
        );
      case 'function': {
        const parameters = one.parameters.map(([name, holds]) => `${name} ${types[holds]}`).join(', ');
        return [
          ...block(
            `${one.name} := func(${parameters})${one.gives ? ' string' : ''}`,
            one.body,
            one.gives ? [`return ${expression(one.gives)}`] : [],
          ),
          `_ = ${one.name}`,
        ];
      }
      case 'call':
        return [`${one.name}(${one.args.map(expression).join(', ')})`];
      case 'send':
        return [
          ...(one.data ? [`encoded, _ := json.Marshal(${expression(one.data)})`] : []),
          `req, _ := http.NewRequest(${JSON.stringify(one.method)}, ${expression(one.url)}, ${one.data ? 'bytes.NewReader(encoded)' : 'nil'})`,
          `for name, value := range ${expression(one.headers)} {`,
          '\treq.Header.Set(name, value)',
          '}',
          'http.DefaultClient.Do(req)',
        ];
    }
  };
  const text = block('func main()', body).join('\n');
  const packages = ['bytes', 'encoding/json', 'net/http', 'os', 'reflect'].filter(name =>
    text.includes(`${name.split('/').at(-1) ?? ''}.`),
  );
  return ['package main', '', ...packages.map(name => `import "${name}"`), '', text].join('\n');
}
