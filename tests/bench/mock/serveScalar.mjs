/** Serves a document with Scalar's mock server, as its guide does. Usage: serveScalar.mjs FOLDER DOCUMENT PORT */
import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';

const [folder, document, port] = process.argv.slice(2);
const load = path => import(pathToFileURL(resolve(folder, 'node_modules', path)).href);
const {createMockServer} = await load('@scalar/mock-server/dist/index.js');
const {serve} = await load('@hono/node-server/dist/index.mjs');

const {fetch} = await createMockServer({document: readFileSync(document, 'utf8'), logger: false});
serve({fetch, port: Number(port), hostname: '127.0.0.1'});
