import { fileURLToPath } from 'node:url'
import type { Day } from '../kernel/time.ts'
import { contentHash } from '../server/attachments/attachment-file.ts'
import { typeset } from '../server/print/press.ts'
import type { Today } from './complaint-today.ts'
import { namedId } from './world/chance.ts'

/** What the quality policy of the demo company says. */
const PARTS = [
  {
    heading: '一、质量方针',
    body: '及时响应，查明原因，如实记录，持续改进。公司对每一件已售出的医疗器械负责到底，使用者的安全先于一切商业考虑。',
  },
  {
    heading: '二、质量承诺',
    body: '顾客反馈 24 小时内得到答复；每一宗投诉都有结论、有依据、有回访；可能伤及患者的事件当日报告，不隐瞒、不拖延。',
  },
  {
    heading: '三、质量目标',
    body: '投诉按期办结率不低于 98%；顾客满意度不低于 90 分；同一原因的投诉逐年下降。目标每季度考核，结果报管理评审。',
  },
  {
    heading: '四、执行',
    body: '每名售后服务人员阅知本方针并签字确认，按照执行。管理者代表每年评审一次，不适用时修订。',
  },
] as const

/** What stands at the head of the document. */
interface PolicyHead {
  readonly code: string
  readonly title: string
  readonly label: string
  readonly effectiveOn: Day
}

/** The quality policy as its compiler uploads it: a PDF; where the demo has no folder for files, only its words are hashed. */
export async function policyDocument({ stage, keep, world }: Today, by: string, head: PolicyHead): Promise<string> {
  const name = `${head.title} ${head.label.replace('/', '')}.pdf`
  const data = { ...head, company: world.company.name.zh, parts: PARTS }
  const template = fileURLToPath(new URL('./world/quality-policy.typ', import.meta.url))
  const content = keep ? await typeset({ template, data }) : Buffer.from(JSON.stringify(data))
  const sha256 = contentHash(content)
  await keep?.(sha256, content)
  const id = namedId('document file', `${name} ${stage.now()}`)
  await stage.kernel.pool.query(
    `insert into attachment (id, sha256, name, media_type, size, uploaded_by, uploaded_at)
     values ($1, $2, $3, 'application/pdf', $4, $5, $6)`,
    [id, sha256, name, content.length, stage.as(by).id, stage.now()],
  )
  return id
}
