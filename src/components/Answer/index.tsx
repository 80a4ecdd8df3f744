/** All that shows an answer, as one part of the site: fetched with the first Send, and not before. */
export {default} from './AnswerView';
export {default as SpokenAnswer} from './SpokenAnswer';
export {default as StreamingAnswer} from './StreamingAnswer';
