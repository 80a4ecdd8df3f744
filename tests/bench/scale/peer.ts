import {openApiDocsCommands, writeOpenApiDocsSite} from '../support/openApiDocsSite';
import {runDocusaurus, type Cost} from './docusaurus';

/** Makes the pages of a document with docusaurus-openapi-docs, and builds them. Its packages are installed once. */
export async function buildPeerSite(folder: string, document: string): Promise<Cost> {
  await writeOpenApiDocsSite(folder, document);
  const total = {seconds: 0, cpuSeconds: 0, peakBytes: 0, builtBytes: 0};
  for (const command of openApiDocsCommands) {
    const cost = await runDocusaurus(folder, command);
    total.seconds += cost.seconds;
    total.cpuSeconds += cost.cpuSeconds;
    total.peakBytes = Math.max(total.peakBytes, cost.peakBytes);
    total.builtBytes = cost.builtBytes;
  }
  return total;
}
