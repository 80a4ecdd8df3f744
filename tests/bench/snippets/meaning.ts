import type {ApiRequest} from '../../../src/request/apiRequest';
import type {Recorded} from '../../samples/support/recordingServer';
import {expectedTarget, wireDifferences, type Files} from '../../samples/support/wireEquality';

/**
 * How a recorded request differs from the one a sample was made of, by what a server makes of it: unlike the tests of
 * our own samples, it takes any percent-encoding of the path, the query and a form that decodes to the same.
 */
export function differencesInMeaning(
  request: ApiRequest,
  recorded: Recorded,
  files: Files,
): readonly string[] {
  const target = expectedTarget(request);
  const alike = JSON.stringify(decodedTarget(target)) === JSON.stringify(decodedTarget(recorded.target));
  return wireDifferences(
    request,
    {...recorded, target: alike ? target : recorded.target, body: formInOneEncoding(request, recorded)},
    files,
  );
}

function decodedTarget(target: string): unknown {
  const [path = '', query = ''] = target.split(/\?(.*)/s);
  return [path.split('/').map(decoded), [...new URLSearchParams(query)]];
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function formInOneEncoding({body}: ApiRequest, recorded: Recorded): Buffer {
  return body.type === 'form'
    ? Buffer.from(new URLSearchParams(recorded.body.toString()).toString())
    : recorded.body;
}
