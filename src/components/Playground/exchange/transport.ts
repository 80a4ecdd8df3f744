/** Everything that sends a request and interprets its result: loaded with the first Send. */
export {rejectedValues, stillRejected} from '../../../client/answer/rejectedValues';
export {followStream} from '../../../client/followStream';
export {send} from '../../../client/send';
export {fetchFromPageMock} from '../server/fetchFromPageMock';
export {fetchWithinOrigin} from './fetchWithinOrigin';
