// The entry of a thread. The compile cache must be on before anything else is loaded.
import { enableCompileCache } from 'node:module';
import { workerData } from 'node:worker_threads';
import type { ThreadData } from './messages.ts';

const { compileCache, ...rest } = workerData as ThreadData;
// Everybody in this thread can import it; checks find it empty.
for (const name of Object.keys(workerData)) delete workerData[name];
if (compileCache !== null) enableCompileCache(compileCache);
const { attend } = await import('./attend.ts');
attend(rest);
