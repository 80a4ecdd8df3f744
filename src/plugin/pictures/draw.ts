import {createCanvas, GlobalFonts, loadImage, type Image, type SKRSContext2D} from '@napi-rs/canvas';

import {pictureSize} from '../../pageFiles/addresses';
import type {Card} from './card';
import type {Palette} from './palette';

/** The fonts of the site, so that a card looks as its page does. */
const fonts = {
  Inter: '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  'JetBrains Mono': '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
};
const MARGIN = 90;
/** Text ends where the mark in the background starts. */
const MEASURE = 800;

const meaningOf: Readonly<Record<string, string>> = {
  GET: 'info',
  POST: 'success',
  PUT: 'warning',
  PATCH: 'warning',
  DELETE: 'danger',
};

/** Draws cards in the colours and with the mark of the site. */
export async function createPainter(
  palette: Palette,
  logo: string,
): Promise<(card: Card) => Promise<Buffer>> {
  for (const [name, file] of Object.entries(fonts)) {
    GlobalFonts.registerFromPath(require.resolve(file), name);
  }
  const mark = await loadImage(logo);
  return card => draw(card, palette, mark);
}

async function draw(card: Card, palette: Palette, mark: Image): Promise<Buffer> {
  const canvas = createCanvas(pictureSize.width, pictureSize.height);
  const context = canvas.getContext('2d');
  context.fillStyle = palette('bg');
  context.fillRect(0, 0, pictureSize.width, pictureSize.height);
  context.globalAlpha = 0.1;
  context.drawImage(mark, 860, 170, 520, 520);
  context.globalAlpha = 1;
  context.drawImage(mark, MARGIN, 76, 56, 56);
  write(context, card.site, {font: '600 38px Inter', colour: palette('text'), x: 166, y: 117});

  const title = lines(context, card.title, {font: '680 76px Inter', measure: MEASURE, most: 2});
  const titleEnd = title.reduce((y, text) => {
    write(context, text, {font: '680 76px Inter', colour: palette('text'), x: MARGIN, y});
    return y + 88;
  }, 262);
  const left = card.request ? 3 - title.length : 4 - title.length;
  lines(context, card.description, {font: '400 31px Inter', measure: MEASURE, most: left + 1}).reduce(
    (y, text) => {
      write(context, text, {font: '400 31px Inter', colour: palette('text-muted'), x: MARGIN, y});
      return y + 46;
    },
    titleEnd - 14,
  );
  if (card.request) {
    drawRequest(context, card.request, palette);
  }
  return canvas.encode('png');
}

function drawRequest(
  context: SKRSContext2D,
  {method, path}: NonNullable<Card['request']>,
  palette: Palette,
): void {
  const meaning = meaningOf[method] ?? 'neutral';
  const y = 548;
  context.font = '700 27px JetBrains Mono';
  const width = context.measureText(method).width + 30;
  context.fillStyle = palette(`${meaning}-soft`);
  context.beginPath();
  context.roundRect(MARGIN, y - 33, width, 45, 8);
  context.fill();
  write(context, method, {font: context.font, colour: palette(meaning), x: MARGIN + 15, y});
  const font = '500 27px JetBrains Mono';
  const [line = ''] = lines(context, path, {font, measure: MEASURE - width, most: 1});
  write(context, line, {font, colour: palette('text-muted'), x: MARGIN + width + 18, y});
}

interface Writing {
  readonly font: string;
  readonly colour: string;
  readonly x: number;
  /** The line on which the letters stand. */
  readonly y: number;
}

function write(context: SKRSContext2D, text: string, {font, colour, x, y}: Writing): void {
  context.font = font;
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

interface Space {
  readonly font: string;
  readonly measure: number;
  readonly most: number;
}

/** A text in so many lines; what does not fit ends in an ellipsis. */
function lines(context: SKRSContext2D, text: string, {font, measure, most}: Space): readonly string[] {
  context.font = font;
  const fits = (line: string): boolean => context.measureText(line).width <= measure;
  const all = text.split(/\s+/).reduce<string[]>((done, word) => {
    const longer = `${done.at(-1) ?? ''} ${word}`.trim();
    return fits(longer) ? [...done.slice(0, -1), longer] : [...done, word];
  }, []);
  const shown = all.slice(0, most);
  return shown.map((line, index) => {
    const isCut = index === most - 1 && all.length > most;
    return isCut || !fits(line) ? shortened(line, fits) : line;
  });
}

function shortened(line: string, fits: (line: string) => boolean): string {
  let text = line;
  while (text !== '' && !fits(`${text}…`)) {
    text = text.slice(0, -1);
  }
  return `${text.replace(/[\s.,;:]+$/, '')}…`;
}
