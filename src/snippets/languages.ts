import {curl} from './curl';
import {go} from './go';
import {node} from './node';
import {python} from './python';

/** All languages that samples can be had in. A site chooses of them. */
export const languages = [curl, node, python, go] as const;

/** The id of a language. */
export type Language = (typeof languages)[number]['id'];
