import { useMemo, useState } from 'react'
import type { Text } from '../../../kernel/text.ts'
import type { RecordPage } from '../../../web/answers.ts'
import { useFormat } from '../../../web/format.ts'
import { useT } from '../../../web/language.tsx'
import { callOutcomes, escalations, messageStates, type NoticeKind, origins, recipientStates } from '../kinds.ts'
import type { NoticeRecipient } from '../notice-rows.ts'
import { type BalanceAnswer, belongs, type Listed, listed, type Shown } from './answers.ts'
import { RecipientBar } from './balance-bars.tsx'
import type { RecipientVerb } from './recipient-act.tsx'

const LISTS: Readonly<Record<Shown, Text>> = {
  all: { zh: '全部', en: 'All' },
  untold: { zh: '未告知', en: 'Not told' },
  unanswered: { zh: '未答复', en: 'Silent' },
  open: { zh: '未结清', en: 'Open' },
  removed: { zh: '已移出', en: 'Taken off' },
}

const TONES: Readonly<Record<NoticeRecipient['state'], string>> = {
  'to-tell': 'late',
  told: 'warn',
  acknowledged: 'info',
  stated: 'info',
  settled: 'ok',
  removed: '',
}

interface RecipientListProps {
  readonly answer: BalanceAnswer
  readonly page: RecordPage
  readonly kind: NoticeKind
  readonly drill: boolean
  readonly act: (verb: RecipientVerb, item: Listed) => void
}

/** Everybody who is told: how far each has come, its letter, its calls, its numbers, and what may be done. */
export function RecipientList({ answer, page, kind, drill, act }: RecipientListProps) {
  const t = useT()
  const [shown, setShown] = useState<Shown>('all')
  const [search, setSearch] = useState('')
  const all = useMemo(() => listed(answer, ''), [answer])
  const rows = useMemo(
    () => listed(answer, search).filter(item => belongs(item, shown, kind, drill)),
    [answer, search, shown, kind, drill],
  )
  const count = (list: Shown) => all.filter(item => belongs(item, list, kind, drill)).length
  const lists = (Object.keys(LISTS) as Shown[]).filter(list => list !== 'removed' || count('removed') > 0)
  return (
    <>
      <div className="row wrap recipient-tools">
        <fieldset className="seg" aria-label={t({ zh: '筛选接收单位', en: 'Filter the recipients' })}>
          {lists.map(list => (
            <button key={list} type="button" aria-pressed={shown === list} onClick={() => setShown(list)}>
              {t(LISTS[list])} <span className="num">{count(list)}</span>
            </button>
          ))}
        </fieldset>
        <input
          type="search"
          value={search}
          placeholder={t({ zh: '单位、联系人、电话', en: 'Name, person, number' })}
          aria-label={t({ zh: '在名单中查找', en: 'Search the list' })}
          onChange={event => setSearch(event.target.value)}
        />
      </div>
      {rows.length === 0 ? (
        <p className="sub">{t({ zh: '没有符合条件的单位。', en: 'No recipient fits.' })}</p>
      ) : (
        <ul className="recipients">
          {rows.map(item => (
            <Recipient key={item.recipient.id} item={item} page={page} act={act} />
          ))}
        </ul>
      )}
    </>
  )
}

/** What may be done about one recipient, in the order of use; a step that `can` forbids is not offered. */
const VERBS: readonly { readonly verb: RecipientVerb; readonly title: Text }[] = [
  { verb: 'record-call', title: { zh: '电话', en: 'Call' } },
  { verb: 'state-quantities', title: { zh: '填数量', en: 'Quantities' } },
  { verb: 'acknowledge', title: { zh: '确认', en: 'Acknowledged' } },
  { verb: 'remind', title: { zh: '催复', en: 'Remind' } },
  { verb: 'remove-recipient', title: { zh: '移出', en: 'Take off' } },
  { verb: 'restore-recipient', title: { zh: '恢复', en: 'Put back' } },
]

function fits(verb: RecipientVerb, { recipient, lines }: Listed): boolean {
  const removed = recipient.state === 'removed'
  switch (verb) {
    case 'restore-recipient':
      return removed
    case 'state-quantities':
      return !removed && lines.length > 0
    case 'acknowledge':
      return !removed && recipient.acknowledgedAt === null
    case 'remind':
      return !removed && recipient.state !== 'settled' && recipient.state !== 'stated'
    default:
      return !removed
  }
}

function Recipient({ item, page, act }: { readonly item: Listed } & Pick<RecipientListProps, 'page' | 'act'>) {
  const t = useT()
  const { recipient, lines } = item
  const verbs = VERBS.filter(({ verb }) => page.can[`notice.${verb}`] === null && fits(verb, item))
  return (
    <li>
      <div className="who-is">
        <div className="row wrap">
          <b>{recipient.name}</b>
          <span className={`tag ${TONES[recipient.state]}`}>{t(recipientStates[recipient.state])}</span>
          {recipient.origin !== 'trace' && <span className="tag warn">{t(origins[recipient.origin])}</span>}
        </div>
        <small>
          {[recipient.city, recipient.contactName].filter(Boolean).join(' · ')}
          {recipient.phone && (
            <>
              {' '}
              <a href={`tel:${recipient.phone.replaceAll(/[^\d+]/g, '')}`}>{recipient.phone}</a>
            </>
          )}
        </small>
        {(recipient.removedReason ?? recipient.originReason ?? recipient.excusedReason) && (
          <small>{recipient.removedReason ?? recipient.originReason ?? recipient.excusedReason}</small>
        )}
      </div>
      <Course recipient={recipient} />
      {lines.length > 0 && recipient.state !== 'removed' ? <RecipientBar lines={lines} /> : <span />}
      <div className="row wrap recipient-acts">
        {verbs.map(({ verb, title }) => (
          <button key={verb} type="button" className="btn" onClick={() => act(verb, item)}>
            {t(title)}
          </button>
        ))}
      </div>
    </li>
  )
}

/** How it was told is kept in Chinese, as the proof of delivery prints it. */
const saidHow = (how: string): Text => HOW.find(({ zh }) => zh === how) ?? { zh: how, en: how }
const HOW: readonly Text[] = [
  { zh: '电子邮件', en: 'by e-mail' },
  { zh: '邮寄', en: 'by post' },
  { zh: '快递', en: 'by courier' },
  { zh: '传真', en: 'by fax' },
  { zh: '当面交付', en: 'in person' },
  { zh: '微信/企业微信', en: 'by WeChat or WeCom' },
  { zh: '电话宣读', en: 'by telephone' },
  { zh: '其他', en: 'otherwise' },
]

/** Letter, acknowledgement, calls and reminders of one recipient. */
function Course({ recipient }: { readonly recipient: NoticeRecipient }) {
  const t = useT()
  const format = useFormat()
  const failed = recipient.messageState === 'failed'
  return (
    <ul className="course">
      <li className={failed ? 'late' : undefined} title={recipient.messageFault ?? undefined}>
        {t(messageStates[recipient.messageState])}
        {failed && recipient.messageFault ? `：${recipient.messageFault}` : ''}
      </li>
      {recipient.toldAt && (
        <li>
          {t({ zh: '告知', en: 'Told' })} {format.instant(recipient.toldAt)}{' '}
          {recipient.toldHow && t(saidHow(recipient.toldHow))}
        </li>
      )}
      {recipient.acknowledgedAt && (
        <li>
          {t({ zh: '确认', en: 'Acknowledged' })} {format.instant(recipient.acknowledgedAt)} {recipient.acknowledgedBy}
        </li>
      )}
      {recipient.callOutcome && (
        <li className={recipient.callOutcome === 'reached' ? undefined : 'warn'}>
          {t({ zh: `电话 ${recipient.calls} 次`, en: `${recipient.calls} calls` })}：
          {t(callOutcomes[recipient.callOutcome])} {recipient.callSaid}
        </li>
      )}
      {recipient.reminders > 0 && (
        <li>{t({ zh: `催复 ${recipient.reminders} 次`, en: `reminded ${recipient.reminders} times` })}</li>
      )}
      {recipient.escalatedTo !== 'none' && (
        <li>
          {t({ zh: '升级至', en: 'escalated to' })} {t(escalations[recipient.escalatedTo])}
        </li>
      )}
    </ul>
  )
}
