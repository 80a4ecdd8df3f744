/** Serves the build for the browser tests at the port that is given. */
import {serveBuild} from '../../support/serveBuild';

const port = Number(process.argv[2]);
void serveBuild('build', {port, host: 'localhost'}).then(({origin}) =>
  console.log(`The site is at ${origin}`),
);
