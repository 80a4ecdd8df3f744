import {Worker} from 'node:worker_threads';

import {loadDocument} from '../../api/document/load';
import {applicableRules} from '../rules';
import {openData} from './data';
import {loadRules} from './loadRules';
import {NPM_RUN, readOptions, usage} from './options';
import {fail, serve} from './serve';

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options.help) {
    console.log(usage());
    return;
  }
  const {api} = await loadDocument(options.spec, {strict: options.strict, check: options.strict});
  const rules = options.rules === undefined ? undefined : await loadRules(options.rules);
  const data =
    options.data === undefined
      ? undefined
      : await openData(options.data, {
          start: applicableRules(api, rules).entries,
          failed: message => console.error(message),
        });
  const listens = await serve({api, rules, data, options, command: NPM_RUN.command});
  if (listens && !options.strict) {
    warnOfFaults(options.spec);
  }
}

/** Reports faults of the document once they are known. It does not keep the program running. */
function warnOfFaults(spec: string): void {
  const worker = new Worker(new URL(import.meta.url.replace(/cli(\.\w+)$/, 'faults$1')), {workerData: spec});
  worker.on('message', (warning: unknown) => {
    if (warning !== undefined) {
      console.error(warning);
    }
  });
  worker.on('error', error => console.error(`The document cannot be checked: ${error.message}`));
  worker.unref();
}

main().catch(fail);
