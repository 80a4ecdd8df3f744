import {createHash} from 'node:crypto';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';

import {pictureAddress} from '../../pageFiles/addresses';
import {writeBuiltFile, type PageFiles} from '../builtPages';
import {cardOf, type Card} from './card';
import {createPainter} from './draw';
import {darkPalette} from './palette';

export interface PicturesOptions {
  /** The style sheet with the site's colours, and its mark, from the site's folder. */
  readonly tokens: string;
  readonly logo: string;
}

/**
 * Draws a picture for each page, which chats and social networks show beside a link to it (Open Graph). A picture is kept
 * under `.cache` until something that is in it changes.
 */
export function pictures({tokens, logo}: PicturesOptions): PageFiles {
  return async ({siteDir, siteConfig}, {outDir, baseUrl}) => {
    const [css, mark, drawing] = await Promise.all(
      [resolve(siteDir, tokens), resolve(siteDir, logo), join(__dirname, 'draw.ts')].map(file =>
        readFile(file, 'utf8'),
      ),
    );
    const paint = await createPainter(darkPalette(css ?? ''), resolve(siteDir, logo));
    const folder = join(siteDir, '.cache/pictures');
    await mkdir(folder, {recursive: true});

    const picture = async (card: Card): Promise<Buffer> => {
      const parts = JSON.stringify([card, css, mark, drawing]);
      const file = join(folder, `${createHash('sha256').update(parts).digest('hex')}.png`);
      const kept = await readFile(file).catch(() => undefined);
      if (kept) {
        return kept;
      }
      const drawn = await paint(card);
      await writeFile(file, drawn);
      return drawn;
    };

    return {
      async read({route, document}) {
        const card = cardOf(document, siteConfig.title);
        if (card) {
          await writeBuiltFile({outDir, baseUrl}, pictureAddress(route, baseUrl), await picture(card));
        }
      },
    };
  };
}
