import type { Clause } from '../../kernel/procedure.ts'

/** What the written procedures ask of the daily round, in our own words. */
export const clauses = {
  'S03-W1a': {
    zh: '设备工每天巡视设备并填写设备巡视记录',
    en: 'The equipment worker goes round the equipment every day and fills in the patrol record',
    source: 'S03 工作程序1',
  },
  'PT-findings': {
    zh: '巡视发现的异常逐项限期处理或报告，处理结果有记录',
    en: 'Each finding of a round is mended or reported within a limit, with a record of the result',
    source: 'S03 工作程序1',
  },
} as const satisfies Record<string, Clause>
