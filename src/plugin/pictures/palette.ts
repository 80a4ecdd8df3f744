/** The colour of a token of the dark theme, by its name without `--ci-`. */
export type Palette = (token: string) => string;

/**
 * The dark theme's colours in the style sheet of the tokens.
 * @throws Error naming a token that the style sheet does not set.
 */
export function darkPalette(css: string): Palette {
  const [, dark = ''] = css.split("[data-theme='dark'] {");
  const colours = new Map(
    [...dark.matchAll(/--ci-([\w-]+):\s*(#[\da-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  );
  return token => {
    const colour = colours.get(token);
    if (colour === undefined) {
      throw new Error(`The dark theme sets no colour --ci-${token}. Pictures of pages are drawn with it.`);
    }
    return colour;
  };
}
