import {encodedTypes, mediaTypes, textTypes} from './mediaTypes';
import {ASK, FOREVER, SITE_HEALTH_PATH, PORT, ROOT, type HostedSite} from './site';

/** A whole configuration of nginx 1.18 or newer, for a user that is not root. */
export function nginxConfiguration({baseUrl, homes, headers}: HostedSite): string {
  const [first = baseUrl, ...others] = homes;
  return `# Written by the build. The site stands in ${ROOT}${baseUrl}
worker_processes auto;
pid /tmp/nginx.pid;
error_log stderr;

events {}

http {
  types {
${Object.entries(mediaTypes)
  .map(([ending, type]) => `    ${type} ${ending};`)
  .join('\n')}
  }
  default_type application/octet-stream;
  charset utf-8;
  charset_types ${withoutHtml(encodedTypes)};

  client_body_temp_path /tmp/nginx-body;
  fastcgi_temp_path /tmp/nginx-fastcgi;
  proxy_temp_path /tmp/nginx-proxy;
  scgi_temp_path /tmp/nginx-scgi;
  uwsgi_temp_path /tmp/nginx-uwsgi;

  access_log off;
  server_tokens off;
  sendfile on;
  absolute_redirect off;

  # Files that are compressed already, with .gz behind their names, are sent so.
  gzip_static on;
  gzip on;
  gzip_vary on;
  gzip_min_length 1000;
  gzip_types ${withoutHtml(textTypes)};

  # Of a file that is gone, no answer may be kept.
  map "$status $uri" $caching {
    ~^(?:200|206|304)\\ (?:${homes.join('|')})assets/ "${FOREVER}";
    default "${ASK}";
  }

  server {
    listen ${PORT};
    root ${ROOT};

    add_header Cache-Control $caching always;
${headers.map(([name, value]) => `    add_header ${name} "${value}" always;`).join('\n')}

    location = ${SITE_HEALTH_PATH} {
      default_type text/plain;
      return 200 "ok\\n";
    }
${
  baseUrl === '/'
    ? ''
    : `
    location = / {
      return 302 ${baseUrl};
    }
`
}
    location / {
      try_files $uri $uri/index.html =404;
      error_page 404 ${first}404.html;
    }
${others
  .map(
    home => `
    location ${home} {
      try_files $uri $uri/index.html =404;
      error_page 404 ${home}404.html;
    }
`,
  )
  .join('')}  }
}
`;
}

/** nginx always compresses HTML, and warns if it is listed. */
function withoutHtml(types: readonly string[]): string {
  return types.filter(type => type !== 'text/html').join(' ');
}
