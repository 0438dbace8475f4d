import { parentPort, workerData } from 'node:worker_threads'
import { readTable } from './table-file.ts'

const { path, kind } = workerData as { readonly path: string; readonly kind: 'csv' | 'xlsx' }
try {
  parentPort?.postMessage({ table: await readTable(path, kind) })
} catch (error) {
  parentPort?.postMessage({ fault: error instanceof Error ? error.message : String(error) })
}
