import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { RecordPage } from '../../../web/answers.ts'
import { readQuery } from '../../../web/api.ts'
import { useFormat } from '../../../web/format.ts'
import { useT } from '../../../web/language.tsx'
import { Bones } from '../../../web/state/loading.tsx'
import { Refused } from '../../../web/state/refused.tsx'
import { outstandingOf } from '../balance.ts'
import type { NoticeKind } from '../kinds.ts'
import type { BalanceAnswer, Listed } from './answers.ts'
import { BalanceBars } from './balance-bars.tsx'
import './notice-panel.css'
import { RecipientAct, type RecipientVerb } from './recipient-act.tsx'
import { RecipientList } from './recipient-list.tsx'
import { WaitingLetters } from './waiting-letters.tsx'

/** So often the balance is read again while somebody looks at it: answers come in from outside. */
const LIVE_MS = 10_000

interface NoticePanelProps {
  readonly page: RecordPage
  readonly reload: () => Promise<number | null>
}

/** The live balance of a notice and everybody on its list. */
export function OwnPanel({ page, reload }: NoticePanelProps) {
  const t = useT()
  const format = useFormat()
  const [doing, setDoing] = useState<{ readonly verb: RecipientVerb; readonly item: Listed } | null>(null)
  const { record } = page
  const running = record.state === 'running' || record.state === 'drill-running'
  const balance = useQuery({
    ...readQuery<BalanceAnswer>('notice.balance', { id: record.id }),
    refetchInterval: running ? LIVE_MS : false,
  })
  const kind = String(record.kind) as NoticeKind
  const drill = record.drill === true
  const answer = balance.data
  const told = useMemo(() => {
    if (!answer) return []
    const gone = new Set(answer.recipients.filter(item => item.state === 'removed').map(item => item.id))
    return answer.lines.filter(line => !gone.has(line.recipientId))
  }, [answer])
  if (!answer)
    return (
      <section className="card sec notice-panel">
        {balance.error ? <Refused error={balance.error} again={() => void balance.refetch()} /> : <Bones rows={6} />}
      </section>
    )
  if (answer.recipients.length === 0) return null
  const open = told.reduce((sum, line) => sum + Math.max(0, outstandingOf(line, kind) - line.signedRemainder), 0)
  const asks = kind === 'recall' || kind === 'suspend'
  return (
    <section className="card sec notice-panel" aria-labelledby="notice-panel-title">
      <div className="row wrap">
        <h2 id="notice-panel-title">
          {asks ? t({ zh: '数量核对', en: 'Balance' }) : t({ zh: '接收单位', en: 'Recipients' })}
        </h2>
        {drill && <span className="tag brand">{t({ zh: '演练', en: 'Drill' })}</span>}
        <span className="sp" />
        {asks &&
          (open === 0 ? (
            <span className="tag ok">{t({ zh: '已核平', en: 'Reconciled' })}</span>
          ) : (
            <span className="tag warn" role="status">
              {t({ zh: `未核平 ${format.number(open)}`, en: `${format.number(open)} outstanding` })}
            </span>
          ))}
      </div>
      <WaitingLetters recordId={record.id} />
      {asks && told.length > 0 && <BalanceBars lots={answer.lots} lines={told} />}
      <RecipientList
        answer={answer}
        page={page}
        kind={kind}
        drill={drill}
        act={(verb, item) => setDoing({ verb, item })}
      />
      {doing && (
        <RecipientAct
          key={`${doing.verb} ${doing.item.recipient.id}`}
          {...doing}
          lots={answer.lots}
          page={page}
          reload={reload}
          close={() => setDoing(null)}
        />
      )}
    </section>
  )
}
