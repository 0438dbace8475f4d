import type { Clause } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'

/** How the company shows its records to an authority. */
export const clauses = {
  'JC-access': {
    zh: '检查员使用专用账号，只读、限时，只看选定的程序和期间；由质量负责人或管理者代表签字开通和变更',
    en: 'An inspector has an account of his own: it only reads, for a limited time, chosen procedures and a chosen period; opened and changed with a signature',
    source: '公司规定',
    law: {
      anchor: '医疗器械监督管理条例（国务院令第739号）第69条（监督检查须配合，不得拒绝、隐瞒）',
      confidence: 'memory-to-verify',
    },
  },
  'JC-limit': {
    zh: '账号到期自动停止查看；延长须签字并写明理由，自开通起不超过规定天数',
    en: 'The account stops by itself when its time is over; extending it is signed with a reason and limited in days',
    source: '公司规定',
  },
  'JC-trail': {
    zh: '检查员打开的每一页、每张表单和每份导出都记入日志，质量负责人可随时查看',
    en: 'Every page, form and export that the inspector opens stands in the trail, and the quality head sees it as it happens',
    source: '公司规定',
    control: text(
      '服务器在每次查看后写入检查专用的日志链，写不进时拒绝下一次查看',
      'The server writes each reading into the inspection’s own chain; when it cannot, it refuses the next one',
    ),
  },
  'JC-health': {
    zh: '检查员看不到患者健康信息；确需查看时由公司按要求书面提供',
    en: 'Health data of patients is not shown to inspectors; where needed, the company hands it over on request',
    source: '公司规定',
    law: { anchor: '个人信息保护法第28、29条（敏感个人信息）', confidence: 'secondary' },
    control: text(
      '页面、表单、附件和导出对检查员一律遮盖健康信息',
      'Pages, forms, files and exports hide health data from inspectors',
    ),
  },
  'JC-request': {
    zh: '检查员提出的资料要求逐条登记，指定答复人和期限，答复后方可结束检查',
    en: 'What the inspector asks for is written down with who answers and by when, and answered before the inspection ends',
    source: '公司规定',
  },
  'JC-finding': {
    zh: '检查发现的缺陷登记条款、严重程度和整改期限，按期整改并写明结果',
    en: 'Findings are written down with clause, severity and the day by which they are put right, and answered in time',
    source: '公司规定',
    law: {
      anchor: '医疗器械经营监督管理办法（市监总局令第54号）（检查发现问题的整改）',
      confidence: 'memory-to-verify',
    },
  },
  'JC-export': {
    zh: '交给检查机关的资料为封存包：表单、记录、日志和附件逐一列明哈希值并签名，可脱机核对',
    en: 'What is handed to the authority is sealed: forms, records, trail and files with their hashes, signed, to be checked offline',
    source: '公司规定',
    control: text(
      '检查页和台账页可导出封存包，包内附核对程序',
      'The pages of the inspection and of ledgers export sealed files with their checker',
    ),
  },
} as const satisfies Record<string, Clause>
