// The four generators alone: the package's main module would add those of thirty other languages.
export {convert as convertToCurl} from 'postman-code-generators/codegens/curl';
export {convert as convertToGo} from 'postman-code-generators/codegens/golang';
export {convert as convertToFetch} from 'postman-code-generators/codegens/js-fetch';
export {convert as convertToPython} from 'postman-code-generators/codegens/python-requests';
export {Request} from 'postman-collection/lib/collection/request';
