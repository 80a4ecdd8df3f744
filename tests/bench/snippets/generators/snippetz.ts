export {goNative} from '@scalar/snippetz/plugins/go/native';
export {nodeFetch} from '@scalar/snippetz/plugins/node/fetch';
export {pythonRequests} from '@scalar/snippetz/plugins/python/requests';
export {shellCurl} from '@scalar/snippetz/plugins/shell/curl';
