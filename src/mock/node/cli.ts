import {parseArgs} from 'node:util';

import {loadApi} from '../../api/load';
import {createMock} from '../mock';
import {createMockServer} from './server';

const usage = `npm run mock -- [options]

  --port N     the port to listen on (PORT, else 4010)
  --host NAME  the address to listen on (127.0.0.1)
  --spec FILE  the OpenAPI document (static/openapi.yaml)
  --quiet      no line for each request`;

const EXIT_USAGE = 2;

async function main(): Promise<void> {
  const {values} = parseArgs({
    options: {
      port: {type: 'string', default: process.env.PORT ?? '4010'},
      host: {type: 'string', default: '127.0.0.1'},
      spec: {type: 'string', default: 'static/openapi.yaml'},
      quiet: {type: 'boolean', default: false},
      help: {type: 'boolean', default: false},
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`${values.port} is not a port. Use a number from 0 to 65535.`);
  }
  const api = await loadApi(values.spec);
  const mock = createMock({api});
  const server = createMockServer({mock, log: values.quiet ? () => {} : line => console.log(line)});

  server.once('error', (error: NodeJS.ErrnoException) => {
    console.error(
      error.code === 'EADDRINUSE'
        ? `Port ${port} is taken. Stop what uses it, or choose another: npm run mock -- --port ${port + 1}`
        : `The mock cannot listen on ${values.host}:${port}: ${error.message}`,
    );
    process.exitCode = 1;
  });
  server.listen(port, values.host, () => {
    const address = server.address();
    const bound = typeof address === 'object' && address ? address.port : port;
    console.log(`The mock of ${api.title} answers at http://localhost:${bound}${mock.basePath}`);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // Requests under way are answered; idle connections are closed.
    process.once(signal, () => {
      server.close();
      server.closeIdleConnections();
    });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = EXIT_USAGE;
});
