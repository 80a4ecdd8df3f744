/** All that carries a request and tells what came of it: fetched with the first Send. */
export {rejectedValues, stillRejected} from '../../../client/answer/rejectedValues';
export {followStream} from '../../../client/followStream';
export {send} from '../../../client/send';
export {fetchFromPageMock} from '../server/fetchFromPageMock';
export {fetchWithinOrigin} from './fetchWithinOrigin';
