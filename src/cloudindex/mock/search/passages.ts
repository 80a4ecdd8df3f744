/** A passage is about this many characters long. */
const LENGTH = 320;

/**
 * The passages of a text that search can find: paragraphs without their markup. A heading leads what follows it, and a
 * short paragraph goes with the one before it under the same heading.
 */
export function passagesOf(text: string, mediaType: string): readonly string[] {
  if (mediaType === 'application/pdf') {
    return [];
  }
  const plain = mediaType === 'text/html' ? text.replace(/<[^>]{0,1000}>/g, ' ') : text;
  const passages: string[] = [];
  let heading = '';
  for (const paragraph of plain.split(/\n\s*\n|\n(?=#)|\n(?<=^#.*\n)/m).filter(hasLetter)) {
    if (paragraph.trimStart().startsWith('#')) {
      heading = tidyHeading(paragraph);
      continue;
    }
    const text = tidy(paragraph);
    const last = passages.at(-1);
    if (heading === '' && last !== undefined && last.length + text.length < LENGTH) {
      passages[passages.length - 1] = `${last} ${text}`;
    } else {
      passages.push(...cut(heading === '' ? text : `${heading} ${text}`));
    }
    heading = '';
  }
  return passages;
}

function hasLetter(paragraph: string): boolean {
  return /[\p{L}\p{N}]/u.test(paragraph);
}

/** `# Refunds` as `Refunds:`, a question as it is. */
function tidyHeading(heading: string): string {
  return tidy(heading.replace(/^\s*#+/, '')).replace(/([^.:?!])$/, '$1:');
}

function tidy(paragraph: string): string {
  return paragraph.replace(/\s+/g, ' ').trim();
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
