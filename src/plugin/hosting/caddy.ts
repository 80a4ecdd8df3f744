import {encodedTypes, mediaTypes, textTypes} from './mediaTypes';
import {ASK, FOREVER, SITE_HEALTH_PATH, PORT, ROOT, type HostedSite} from './site';

/** A whole configuration of Caddy 2.6 or newer. It stands behind whatever ends TLS; a name in place of the port has Caddy do so. */
export function caddyConfiguration({baseUrl, homes, headers}: HostedSite): string {
  const [first = baseUrl, ...others] = homes;
  const assets = homes.map(home => `${home}assets/*`).join(' ');
  return `# Written by the build. The site stands in ${ROOT}${baseUrl}
{
	admin off
}

:${PORT} {
	root * ${ROOT}
	encode {
		zstd
		gzip
		match {
${textTypes.map(type => `\t\t\theader Content-Type ${type}*\n`).join('')}		}
	}

	header {
${headers.map(([name, value]) => `\t\t${name} "${value}"`).join('\n')}
	}
	header -Server

	# Of a file that is gone, no answer may be kept.
	@hashed {
		path ${assets}
		file
	}
	header @hashed Cache-Control "${FOREVER}"
	@others not {
		path ${assets}
		file
	}
	header @others Cache-Control "${ASK}"

	vars not_found ${first}404.html
${others.map(home => `\tvars ${home}* not_found ${home}404.html\n`).join('')}
${Object.entries(mediaTypes).map(contentType).join('')}
	respond ${SITE_HEALTH_PATH} ok 200
${baseUrl === '/' ? '' : `\tredir / ${baseUrl} 302\n`}
	try_files {path} {path}/index.html
	# Files that are compressed already, with .gz behind their names, are sent so.
	file_server {
		precompressed gzip
	}

	handle_errors {
		header Content-Type "text/html; charset=utf-8"
		rewrite * {vars.not_found}
		file_server
	}
}
`;
}

function contentType([ending, type]: readonly [string, string]): string {
  const whole = encodedTypes.includes(type) ? `${type}; charset=utf-8` : type;
  return `\t@${ending} path *.${ending}\n\theader @${ending} Content-Type "${whole}"\n`;
}
