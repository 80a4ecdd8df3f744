import {redirectNotFollowed} from '../../../client/diagnose';
import {DiagnosedError} from '../../../client/diagnosis';

/** By origin, a hidden window that may connect to nothing else; undefined if the site does not allow such windows. */
const windows = new Map<string, Promise<Window | undefined>>();

/**
 * `fetch` that follows a redirect within the origin of the request, and stops one to another origin before anything is
 * sent there. Plain `fetch` follows either all redirects or none. So a request that must not leave its origin is sent
 * from a window whose content security policy only allows this origin, and browsers check that at every redirect (CSP
 * Level 3, §4.1.2). An `http` origin allows `https` on the same host too.
 * @throws DiagnosedError if a redirect was stopped.
 */
export async function fetchWithinOrigin(request: Request): Promise<Response> {
  const {origin} = new URL(request.url);
  const guarded = request.redirect === 'manual' ? await windowFor(origin) : undefined;
  if (!guarded) {
    return fetch(request);
  }
  let stopped = false;
  const onViolation = (): void => {
    stopped = true;
  };
  guarded.document.addEventListener('securitypolicyviolation', onViolation);
  try {
    // A request that is copied with changes gets the default referrer policy (Fetch, the Request constructor).
    return await guarded.fetch(request, {redirect: 'follow', referrerPolicy: request.referrerPolicy});
  } catch (error) {
    // The violation event is a task of its own, which is already queued.
    await new Promise(resolve => setTimeout(resolve));
    throw stopped ? new DiagnosedError(redirectNotFollowed(request.url)) : error;
  } finally {
    guarded.document.removeEventListener('securitypolicyviolation', onViolation);
  }
}

function windowFor(origin: string): Promise<Window | undefined> {
  const found = windows.get(origin) ?? openWindow(origin);
  windows.set(origin, found);
  return found;
}

/** A policy cannot name an IPv6 address (CSP Level 3, §2.3.1), so there is no window for one. */
async function openWindow(origin: string): Promise<Window | undefined> {
  if (origin.includes('[')) {
    return undefined;
  }
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; connect-src ${origin}">`;
  await new Promise(resolve => {
    frame.addEventListener('load', resolve, {once: true});
    document.body.append(frame);
  });
  const guarded = frame.contentWindow;
  // A frame that the site's own policy blocks has an opaque origin, whose document is not accessible.
  return frame.contentDocument?.querySelector('meta') ? (guarded ?? undefined) : undefined;
}
