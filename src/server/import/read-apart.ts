import { Worker } from 'node:worker_threads'
import { type Refusal, Refused, refuse } from '../../kernel/refusal.ts'
import { type Text, text } from '../../kernel/text.ts'
import { MOST_LINES, type Table, type TableFault } from './table-file.ts'

/** Longest time that a file may take to be read, in milliseconds. */
const LONGEST = 90_000

const SENTENCES: Readonly<Record<TableFault, Text>> = {
  unreadable: text(
    '文件无法按表格读取：请另存为 .xlsx 或 CSV（UTF-8 或 GB18030）后再上传。',
    'The file cannot be read as a table: save it as .xlsx or CSV (UTF-8 or GB 18030) and upload it again.',
  ),
  empty: text(
    '表中没有数据行：第一行写列名，从第二行起写数据。',
    'The table has no lines: the first row holds the headers, data begin in the second.',
  ),
  'too-long': text(
    `一次最多导入 ${MOST_LINES} 行，请分成几个文件。`,
    `At most ${MOST_LINES} lines at once: split the file.`,
  ),
}

const refusalOf = (fault: string): Refusal =>
  refuse('table-unfit', SENTENCES[fault as TableFault] ?? SENTENCES.unreadable, { field: 'file' })

/**
 * Reads a table in a thread of its own, with memory and time of its own: a file made to burst harms nobody's work.
 * @throws Refused when it is no table
 */
export function readTableApart(path: string, kind: 'csv' | 'xlsx'): Promise<Table> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./table-thread.ts', import.meta.url), {
      workerData: { path, kind },
      resourceLimits: { maxOldGenerationSizeMb: 1_024 },
    })
    const fail = (fault: string) => {
      clearTimeout(timer)
      reject(new Refused([refusalOf(fault)]))
      void thread.terminate()
    }
    const timer = setTimeout(() => fail('too-long'), LONGEST)
    thread.on('error', () => fail('unreadable'))
    thread.on('exit', () => fail('unreadable'))
    thread.on('message', ({ table, fault }: { readonly table?: Table; readonly fault?: string }) => {
      if (!table) return fail(fault ?? 'unreadable')
      clearTimeout(timer)
      resolve(table)
    })
  })
}
