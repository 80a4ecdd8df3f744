import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {text} from 'node:stream/consumers';

export const CLIENT = {CLIENT_ID: 'nightly-sync', CLIENT_SECRET: 'cs_test'} as const;

/** A token endpoint for one confidential client and the client credentials grant (RFC 6749 §4.4). */
export async function startTokenEndpoint(): Promise<{readonly origin: string; readonly close: () => void}> {
  const known = `Basic ${btoa(`${CLIENT.CLIENT_ID}:${CLIENT.CLIENT_SECRET}`)}`;
  const server = createServer((request, response) => {
    void (async () => {
      const form = new URLSearchParams(await text(request));
      const refusal =
        request.headers.authorization !== known
          ? 'invalid_client'
          : form.get('grant_type') !== 'client_credentials'
            ? 'unsupported_grant_type'
            : undefined;
      const token = {
        access_token: 'cat_1',
        token_type: 'Bearer',
        expires_in: 3600,
        scope: form.get('scope') ?? '',
      };
      response.writeHead(refusal === undefined ? 200 : 400, {'Content-Type': 'application/json'});
      response.end(JSON.stringify(refusal === undefined ? token : {error: refusal}));
    })();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  return {origin: `http://127.0.0.1:${port}`, close: () => server.close()};
}
