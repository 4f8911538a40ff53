// The entry of a thread. The compile cache must be on before anything else is loaded.
import { enableCompileCache } from 'node:module';
import { workerData } from 'node:worker_threads';
import type { ThreadData } from './messages.ts';

const data = workerData as ThreadData;
if (data.compileCache !== null) enableCompileCache(data.compileCache);
const { attend } = await import('./attend.ts');
attend(data);
