import type {Api} from '../../api/operation';
import type {MockRules} from '../rules';
import {readOptions, usage, type MockCommand} from './options';
import {fail, serve} from './serve';

export interface OneFile {
  readonly api: Api;
  readonly rules: MockRules | undefined;
  /** The name of the file. */
  readonly file: string;
  /** The origin of the site: its pages may use the mock. */
  readonly origin: string;
}

/** The mock as one file to download: it contains a document, its rules and all code, and only needs Node. */
export function runOneFile({api, rules, file, origin}: OneFile): void {
  const program: MockCommand = {command: `node ${file}`, without: ['spec', 'strict', 'rules', 'data']};
  try {
    const options = readOptions(process.argv.slice(2), process.env, program);
    if (options.help) {
      console.log(usage(program));
      return;
    }
    const allowedOrigins = [...options.allowedOrigins, origin];
    serve({api, rules, options: {...options, allowedOrigins}, command: program.command}).catch(fail);
  } catch (error) {
    fail(error);
  }
}
