import {DiagnosedError, type Diagnosis} from '../../../client/diagnosis';
import {messages} from '../../../words';
import {pageMock} from './pageMock';

const say = messages('pageMock', {
  offline: 'The mock is set to offline.',
  offlineMeans:
    'There is no response, as when a network is down. Your code sees a failed connection, not a status.',
  offlineNext: 'Turn off Offline beside Send, then send again.',
});

/** Gets the response from the mock of this tab. A mock that is set to offline fails like a network, and says so. */
export async function fetchFromPageMock(request: Request): Promise<Response> {
  const mock = await pageMock();
  return mock.fetch(request).catch((error: unknown) => {
    throw mock.scenario().offline && !request.signal.aborted ? new DiagnosedError(playsOffline()) : error;
  });
}

function playsOffline(): Diagnosis {
  return {
    cause: 'offline',
    title: say('offline'),
    explanation: say('offlineMeans'),
    nextStep: say('offlineNext'),
  };
}
