import {StreamLanguage, syntaxHighlighting, type StringStream} from '@codemirror/language';
import {tagHighlighter, tags} from '@lezer/highlight';

interface State {
  readonly depth: number;
  readonly inComment: boolean;
}
type Token = [name: string | null, next: State];

const step = 2;

/**
 * JSON while it is typed: comments are highlighted although JSON has none, and a fault does not stop the highlighting.
 */
export const jsonLanguage = StreamLanguage.define<{now: State}>({
  name: 'json',
  startState: () => ({now: {depth: 0, inComment: false}}),
  copyState: state => ({...state}),
  token(stream, state) {
    const [name, next] = read(stream, state.now);
    state.now = next;
    return name;
  },
  indent({now: {depth, inComment}}, textAfter) {
    const closing = /^\s*[\]}]/.test(textAfter) ? 1 : 0;
    return inComment ? null : Math.max(0, depth - closing) * step;
  },
  languageData: {
    closeBrackets: {brackets: ['{', '[', '"']},
    indentOnInput: /^\s*[\]}]$/,
  },
  tokenTable: {property: tags.propertyName, comment: tags.comment},
});

function read(stream: StringStream, state: State): Token {
  if (state.inComment) {
    const ends = stream.match(/^.*?\*\//);
    if (!ends) {
      stream.skipToEnd();
    }
    return ['comment', {...state, inComment: !ends}];
  }
  if (stream.eatSpace()) {
    return [null, state];
  }
  if (stream.match('//')) {
    stream.skipToEnd();
    return ['comment', state];
  }
  if (stream.match('/*')) {
    return ['comment', {...state, inComment: true}];
  }
  if (stream.match(/^"(?:[^"\\]|\\.)*"?/)) {
    return [stream.match(/^\s*:/, false) ? 'property' : 'string', state];
  }
  if (stream.match(/^[[{]/)) {
    return ['punctuation', {...state, depth: state.depth + 1}];
  }
  if (stream.match(/^[\]}]/)) {
    return ['punctuation', {...state, depth: Math.max(0, state.depth - 1)}];
  }
  if (stream.match(/^-?\d[\d.eE+-]*/)) {
    return ['number', state];
  }
  if (stream.match(/^[A-Za-z]+/)) {
    return ['atom', state];
  }
  stream.next();
  return ['punctuation', state];
}

/** The classes of src/css/code.css: code in the editor has the colours of code on the page. */
export const colours = syntaxHighlighting(
  tagHighlighter([
    {tag: tags.propertyName, class: 'token property'},
    {tag: tags.string, class: 'token string'},
    {tag: tags.number, class: 'token number'},
    {tag: tags.atom, class: 'token boolean'},
    {tag: tags.comment, class: 'token comment'},
    {tag: tags.punctuation, class: 'token punctuation'},
  ]),
);
