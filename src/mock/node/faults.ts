import {parentPort, workerData} from 'node:worker_threads';

import {faultListFile, writeFaultList} from '../../api/document/faultList';
import {loadDocument} from '../../api/document/load';

/**
 * A worker that looks for faults of the document while the mock already responds: in a large one, finding them takes
 * several times as long as loading it. It posts the warning, if there is one.
 */
async function main(spec: string): Promise<void> {
  const {faults} = await loadDocument(spec);
  parentPort?.postMessage(await writeFaultList(faultListFile(process.cwd(), spec), spec, faults));
}

void main(String(workerData));
