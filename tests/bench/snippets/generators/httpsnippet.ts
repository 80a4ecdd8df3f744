export {HTTPSnippet} from 'httpsnippet';
