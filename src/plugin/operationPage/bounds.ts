import type {Nodes, Root} from 'mdast';

import type {Direction} from '../../api/schema/direction';
import {DEEPEST, type Bounds, type Elsewhere} from '../../api/schema/fields';
import type {FieldsElsewhere} from './fieldList';
import {FIELDS_ELSEWHERE} from './fieldList';

/** What a page may hold, and where that is told which it does not. */
export interface PageBounds extends Bounds {
  /** How many characters of examples there is room for. */
  readonly examples: {left: number};
  readonly placeOf: (elsewhere: Elsewhere, direction: Direction) => FieldsElsewhere;
}

/** Goes with an operation or its schemas through all that makes a page of them; without it, a page has no bounds. */
export interface Telling {
  readonly bounds?: PageBounds;
}

/** Which bounds a page was found to keep within. */
export type BoundsChoice = Pick<Bounds, 'deepest' | 'longest'>;

/**
 * What the reference of a page may weigh: with the samples and all that the site puts around it, its HTML stays below
 * 150 kB and 3,000 elements, which a telephone lays out without a stop.
 */
const MOST = {elements: 1_250, bytes: 65_000};
const MOST_FIELDS = 200;
const MOST_OF_EXAMPLES = 16_000;

const whole: BoundsChoice = {deepest: DEEPEST, longest: Infinity};
const shortest = [120, 60, 30, 15, 8, 4].map((longest): BoundsChoice => ({deepest: 0, longest}));

/**
 * The bounds in which a page tells most: all of it where that is not too much, else as deep as there is room for on all of
 * the page, so that what a reader meets first stays in its place; and of an object with hundreds of fields, the first ones.
 */
export function chooseBounds(
  make: (bounds: PageBounds) => Root,
  placeOf: PageBounds['placeOf'],
): BoundsChoice {
  const fits = (choice: BoundsChoice): boolean => {
    const bounds = boundsOf(choice, placeOf);
    const page = make(bounds);
    return bounds.room.left >= 0 && isBearable(page);
  };
  if (fits(whole)) {
    return whole;
  }
  let deepest = -1;
  while (deepest < DEEPEST && fits({...whole, deepest: deepest + 1})) {
    deepest++;
  }
  return deepest >= 0 ? {...whole, deepest} : (shortest.find(fits) ?? shortest.at(-1) ?? whole);
}

export function boundsOf(choice: BoundsChoice, placeOf: PageBounds['placeOf']): PageBounds {
  return {...choice, room: {left: MOST_FIELDS}, examples: {left: MOST_OF_EXAMPLES}, placeOf};
}

function isBearable(page: Root): boolean {
  const weight = {elements: 0, bytes: 0};
  weigh(page, weight);
  return weight.elements <= MOST.elements && weight.bytes <= MOST.bytes;
}

/** About what the HTML of a page weighs: its tags, and each text once. */
function weigh(node: Nodes, weight: {elements: number; bytes: number}): void {
  if ('value' in node) {
    weight.bytes += Buffer.byteLength(node.value);
  }
  if (node.type !== 'text' && node.type !== 'root') {
    weight.elements += node.type === 'mdxJsxFlowElement' && node.name === FIELDS_ELSEWHERE ? 4 : 1;
    weight.bytes += BYTES_OF_TAGS;
  }
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    for (const {value} of node.attributes) {
      weight.bytes += BYTES_OF_ATTRIBUTE + (typeof value === 'string' ? Buffer.byteLength(value) : 0);
    }
  }
  if ('children' in node) {
    node.children.forEach(child => weigh(child, weight));
  }
}

const BYTES_OF_TAGS = 20;
const BYTES_OF_ATTRIBUTE = 12;
