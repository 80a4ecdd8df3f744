/** No cookies are used, so any page may read the answers, headers included. */
export const corsHeaders = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': '*',
} as const;

/** Answers what a browser asks before it sends a request from another origin (Fetch §3.2.2). */
export function preflightHeaders(requested: string | undefined): {readonly [name: string]: string} {
  return {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
    'Access-Control-Allow-Headers': requested ?? '*',
    'Access-Control-Allow-Private-Network': 'true',
    'Access-Control-Max-Age': '600',
  };
}
