import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';

type Palette = Readonly<Record<string, string>>;

const {light, dark} = readPalettes('src/css/tokens.css');
const grounds = ['bg', 'surface-hover', 'code-bg', 'code-head-bg'];
const meanings = ['info', 'success', 'warning', 'danger', 'neutral', 'accent'];
const controls = ['border-strong', 'focus'];

describe.each([
  ['light', light],
  ['dark', dark],
])('in the %s theme', (_name, palette) => {
  const codeColours = Object.keys(palette).filter(name => /^code-(?!.*bg$)/.test(name));

  test('there are code colours to measure', () => {
    expect(codeColours.length).toBeGreaterThan(5);
  });

  test.each(['text', 'text-muted', 'accent-hover', ...meanings])('%s reads on every ground', ink => {
    for (const ground of grounds) {
      expect(contrast(palette, ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each(meanings)('%s and plain text read on the soft tint of it', ink => {
    expect(contrast(palette, ink, `${ink}-soft`)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette, 'text', `${ink}-soft`)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['accent', 'accent-hover'])('the label of a button reads on %s', ground => {
    expect(contrast(palette, 'on-accent', ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(codeColours)('%s reads in a code block, highlighted lines included', ink => {
    expect(contrast(palette, ink, 'code-bg')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette, ink, 'code-highlight-bg')).toBeGreaterThanOrEqual(4.5);
  });

  test.each(controls)('%s stands out from every ground', mark => {
    for (const ground of ['bg', 'code-bg']) {
      expect(contrast(palette, mark, ground), `${mark} on ${ground}`).toBeGreaterThanOrEqual(3);
    }
  });
});

/** The `--ci-*` colours of both themes; the dark theme inherits what it does not set. */
function readPalettes(file: string): {readonly light: Palette; readonly dark: Palette} {
  const [lightRules = '', darkRules = ''] = readFileSync(file, 'utf8').split("[data-theme='dark'] {");
  const lightColours = colours(lightRules);
  return {light: lightColours, dark: {...lightColours, ...colours(darkRules)}};
}

function colours(css: string): Palette {
  return Object.fromEntries(
    [...css.matchAll(/--ci-([\w-]+):\s*(#[\da-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** Contrast ratio of two tokens (WCAG 2.2, definition of contrast ratio), 1 to 21. */
function contrast(palette: Palette, ink: string, ground: string): number {
  const [a, b] = [luminance(colour(palette, ink)), luminance(colour(palette, ground))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function colour(palette: Palette, name: string): string {
  const value = palette[name];
  if (!value) {
    throw new Error(`src/css/tokens.css has no colour --ci-${name} in the form #rrggbb.`);
  }
  return value;
}

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(hex: string): number {
  const channel = (start: number): number => {
    const value = parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
