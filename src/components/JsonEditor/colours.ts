import {syntaxHighlighting} from '@codemirror/language';
import {tagHighlighter, tags} from '@lezer/highlight';

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
