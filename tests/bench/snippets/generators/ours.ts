export {generateSnippet} from '../../../../src/snippets';
