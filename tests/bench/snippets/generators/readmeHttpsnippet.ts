export {HTTPSnippet} from '@readme/httpsnippet';
