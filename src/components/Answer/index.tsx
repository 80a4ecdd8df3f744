/** Everything that shows a response, in one chunk that is loaded with the first Send. */
export {default} from './AnswerView';
export {default as SpokenAnswer} from './SpokenAnswer';
export {default as StreamingAnswer} from './StreamingAnswer';
