import {redirectNotFollowed} from '../../../client/diagnose';
import {DiagnosedError} from '../../../client/diagnosis';

/** By origin, a hidden window that may connect to nothing else; undefined where the site forbids such windows. */
const windows = new Map<string, Promise<Window | undefined>>();

/**
 * `fetch` that follows a redirect within the origin of the request and stops one that leaves it before anything is sent
 * there. `fetch` alone can only follow all or none: a request that asks for none goes out from a window whose content
 * security policy allows the one origin, which a browser asks at every redirect (CSP Level 3, §4.1.2). An `http` origin
 * allows `https` at the same host too.
 * @throws DiagnosedError when a redirect was stopped.
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
    // A request that is changed goes back to the usual referrer policy (Fetch, the Request constructor).
    return await guarded.fetch(request, {redirect: 'follow', referrerPolicy: request.referrerPolicy});
  } catch (error) {
    // The event is a task of its own, which is on its way by now.
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

/** A policy knows no address of IPv6 (CSP Level 3, §2.3.1), and no window is made for one. */
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
  // A frame that the site's own policy refuses is of another origin, whose document is out of reach.
  return frame.contentDocument?.querySelector('meta') ? (guarded ?? undefined) : undefined;
}
