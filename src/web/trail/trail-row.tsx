import { Link } from '@tanstack/react-router'
import { text } from '../../kernel/text.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { useMeta } from '../meta.ts'
import type { TrailEntry } from './trail.ts'

const VIA = {
  session: text('网页', 'Browser'),
  'api-key': text('接口密钥', 'API key'),
  link: text('外部链接', 'Link for people outside'),
  system: text('系统', 'System'),
} as const

/** One entry; opened, it shows its hash, seal and every refusal. */
export function TrailRow({ entry }: { readonly entry: TrailEntry }) {
  const t = useT()
  const format = useFormat()
  const { procedures } = useMeta()
  const refused = entry.outcome === 'refused'
  const hasPage = procedures.some(procedure => procedure.name === entry.procedure)
  return (
    <li>
      <details className={refused ? 'trail-entry no' : 'trail-entry'}>
        <summary>
          <time dateTime={entry.at} title={format.full(entry.at)}>
            {format.instant(entry.at)}
          </time>
          <span className="trail-who">{entry.actorName}</span>
          <span className="trail-told">
            <b>{t(entry.title)}</b> {entry.told.zh !== entry.title.zh && t(entry.told)}
          </span>
          <span className="mono who">{entry.number}</span>
          <span className={refused ? 'tag late' : 'tag ok'}>
            {t(refused ? text('被拒', 'Refused') : text('完成', 'Done'))}
          </span>
        </summary>
        <div className="trail-detail">
          {entry.refusals?.map(refusal => (
            <p key={refusal.code + (refusal.field ?? '')} className="is-late">
              {t(refusal.sentence)}{' '}
              <span className="mono who">
                {[refusal.code, refusal.field, refusal.clause].filter(Boolean).join(' · ')}
              </span>
            </p>
          ))}
          {entry.signed && (
            <p>
              {t(text('签名：', 'Signed: '))}
              {t(entry.signed.meaning)}
              {entry.signed.deputyFor &&
                t(text(`（代 ${entry.signed.deputyFor.name}）`, ` (for ${entry.signed.deputyFor.name})`))}
            </p>
          )}
          <dl>
            <dt>{t(text('步骤', 'Command'))}</dt>
            <dd className="mono">{entry.command}</dd>
            <dt>{t(text('条款', 'Clauses'))}</dt>
            <dd className="mono">
              {entry.clauses.length === 0
                ? '—'
                : entry.clauses.map(clause => (
                    <Link key={clause} to="/clauses" search={{ procedure: entry.procedure, clause }}>
                      {clause}{' '}
                    </Link>
                  ))}
            </dd>
            <dt>{t(text('途径', 'Via'))}</dt>
            <dd>{t(VIA[entry.via as keyof typeof VIA] ?? entry.via)}</dd>
            <dt>{t(text('时间', 'Time'))}</dt>
            <dd className="num">
              {format.full(entry.at)} <span className="who mono">{entry.at}</span>
            </dd>
            <dt>{t(text('序号', 'Sequence'))}</dt>
            <dd className="num">{entry.seq}</dd>
            <dt>{t(text('散列', 'Hash'))}</dt>
            <dd className="mono">{entry.hash}</dd>
            <dt>{t(text('封印', 'Seal'))}</dt>
            <dd>
              {entry.seal === null
                ? t(text('等待下一次封印', 'Waits for the next seal'))
                : t(text(`第 ${entry.seal} 号`, `No. ${entry.seal}`))}
            </dd>
          </dl>
          {hasPage && (entry.number ?? entry.recordId) && (
            <Link
              to="/$procedure/$id"
              params={{ procedure: entry.procedure, id: entry.number ?? entry.recordId ?? '' }}
              search={{}}
              className="btn"
            >
              {t(text('打开记录', 'Open the record'))}
            </Link>
          )}
        </div>
      </details>
    </li>
  )
}
