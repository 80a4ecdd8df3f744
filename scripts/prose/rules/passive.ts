import {findingAt, type ProseRule} from '../block';

/** A form of “be”, a participle, and the agent: a passive that can always be turned into an active sentence. */
const passive =
  /\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?(?:\w+ed|done|given|known|made|read|run|seen|sent|shown|taken|told|written)\s+by\s+(?!hand\b|default\b|\w+ing\b)/giu;

/** What an API does needs the API as subject: “the API returns 201”, not “201 is returned”. */
const apiPassive = /\b(?:is|are|gets?|be)\s+(?:returned|thrown|raised|responded)\b/giu;

/** Passives that hide who acts, or say so last. */
export const checkPassive: ProseRule = block =>
  [...block.text.matchAll(passive), ...block.text.matchAll(apiPassive)].map(({0: found, index}) =>
    findingAt(
      block,
      index,
      'passive',
      `“${found.trim().replace(/\s+/g, ' ')}”: name who acts first, as in “the API returns 201”.`,
    ),
  );
