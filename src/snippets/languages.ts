import {curl} from './curl';
import {go} from './go';
import {node} from './node';
import {php} from './php';
import {python} from './python';
import {ruby} from './ruby';

/** All languages that samples can be had in. A site chooses of them. */
export const languages = [curl, node, python, go, ruby, php] as const;

/** The id of a language. */
export type Language = (typeof languages)[number]['id'];
