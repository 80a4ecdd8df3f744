/** A passage is about this many characters long. */
const LENGTH = 320;

/** The passages of a text that search can find: paragraphs, with short ones put together and markup left out. */
export function passagesOf(text: string, mediaType: string): readonly string[] {
  if (mediaType === 'application/pdf') {
    return [];
  }
  const plain = mediaType === 'text/html' ? text.replace(/<[^>]{0,1000}>/g, ' ') : text;
  const passages: string[] = [];
  for (const paragraph of plain.split(/\n\s*\n|\n(?=#)/).map(tidy)) {
    const last = passages.at(-1);
    if (last !== undefined && last.length + paragraph.length < LENGTH) {
      passages[passages.length - 1] = `${last} ${paragraph}`;
    } else {
      passages.push(...cut(paragraph));
    }
  }
  return passages.filter(passage => passage !== '');
}

function tidy(paragraph: string): string {
  return paragraph
    .replace(/^#+\s*(.*)$/gm, '$1:')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Parts of a long paragraph, cut behind a sentence where there is one. */
function cut(paragraph: string): string[] {
  const parts: string[] = [];
  let rest = paragraph;
  while (rest.length > LENGTH * 2) {
    const sentence = rest.lastIndexOf('. ', LENGTH * 2);
    const at = sentence > LENGTH ? sentence + 1 : LENGTH * 2;
    parts.push(rest.slice(0, at).trim());
    rest = rest.slice(at).trim();
  }
  return [...parts, rest];
}

/** The sentences of a passage. */
export function sentencesOf(passage: string): readonly string[] {
  return passage.split(/(?<=[.!?])\s+|(?<=:)\s+(?=[A-Z])/).filter(sentence => /\p{L}/u.test(sentence));
}
