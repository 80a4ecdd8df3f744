/** A title as a part of a URL: `Create User` is `create-user`. Empty when the title has no letter or digit. */
export function slug(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** Room for what surrounds a slug in the names of files, which file systems limit to 255 bytes. */
const LONGEST = {characters: 60, bytes: 90};

/** {@link slug} for the name of a file or folder: a long title is cut after a whole word. */
export function shortSlug(title: string): string {
  const whole = slug(title);
  let end = 0;
  let bytes = 0;
  for (const character of whole) {
    bytes += Buffer.byteLength(character);
    if (end + character.length > LONGEST.characters || bytes > LONGEST.bytes) {
      const cut = whole.slice(0, end);
      return whole[end] === '-' ? cut : cut.replace(/-[^-]*$/, '');
    }
    end += character.length;
  }
  return whole;
}
