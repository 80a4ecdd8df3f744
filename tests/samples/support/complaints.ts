import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';

import {commandOf, toolsOf} from '../../../scripts/languageTools';
import {languageOf, type Language} from '../../../src/snippets';
import {run, workFolder} from './runSample';

/** RuboCop takes a minute for a hundred programs on a machine that is busy. */
const CHECK_TIMEOUT_MS = 480_000;

/** What the tools of a language say of programs, each in a folder of its own; nothing where they are as they should be. */
export async function complaints(
  language: Language,
  programs: readonly string[],
): Promise<readonly string[]> {
  const {checks, project = {}} = await toolsOf(language);
  const {extension} = languageOf(language);
  const folder = await workFolder();
  const files = await Promise.all(
    programs.map(async (program, index) => {
      const place = `program${index}`;
      await mkdir(join(folder, place));
      const file = join(place, `program.${extension}`);
      await writeFile(join(folder, file), program);
      return file;
    }),
  );
  await Promise.all(Object.entries(project).map(([name, content]) => writeFile(join(folder, name), content)));
  const said: string[] = [];
  for (const check of checks(files)) {
    const {exitCode, stdout, stderr} = await run(commandOf(check), folder, {}, CHECK_TIMEOUT_MS);
    if (exitCode !== 0 || stdout !== '') {
      said.push(`${check.slice(1, 3).join(' ')} ended with ${exitCode}: ${stdout}${stderr}`.slice(0, 3000));
    }
  }
  return said;
}
