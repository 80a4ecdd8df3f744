import {readFileSync} from 'node:fs';
import {buildScaleSite} from '/work/wt/size/tests/bench/scale/site';
void buildScaleSite({folder: process.argv[2]!, source: 'src', document: readFileSync(process.argv[3]!,'utf8'), plainPages: []}).then(c => console.log(c));
