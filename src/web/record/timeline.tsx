import { useState } from 'react'
import type { Text } from '../../kernel/text.ts'
import { Fault } from '../account/fault.tsx'
import type { RecordPage, TimelineEntry } from '../answers.ts'
import { read } from '../api.ts'
import { useFormat } from '../format.ts'
import { OpenLink } from '../inspection/open-link.tsx'
import { useT } from '../language.tsx'
import { Attachments } from './attachments.tsx'
import { ChainTag } from './chain-tag.tsx'

/** So many entries are shown at first, and more each time one asks. */
const PORTION = 20

/** So many clauses stand beside an entry before one asks for the rest. */
const FEW = 2

type Filter = 'all' | 'steps' | 'files'

/** What happened to a record, youngest first: accepted steps and refused attempts, each with its clauses and its hash. */
export function Timeline({
  page,
  purposes,
}: {
  readonly page: RecordPage
  /** Words for what files are for. */
  readonly purposes: Readonly<Record<string, Text>>
}) {
  const t = useT()
  const [filter, setFilter] = useState<Filter>('all')
  const [count, setCount] = useState(PORTION)
  const [before, setBefore] = useState<readonly TimelineEntry[]>([])
  const [fault, setFault] = useState<Error | null>(null)
  const [reading, setReading] = useState(false)
  const [ended, setEnded] = useState(false)
  const all = [...page.timeline, ...before]
  const entries = filter === 'steps' ? all.filter(entry => entry.outcome === 'accepted') : all
  const missing = ended ? 0 : page.chain.entries - all.length
  const older = async () => {
    if (reading) return
    setReading(true)
    const last = all.at(-1)
    try {
      const found = await read<readonly TimelineEntry[]>(`${page.procedure}.timeline`, {
        id: page.record.id,
        before: last?.seq,
      })
      setFault(null)
      setEnded(found.length === 0)
      setBefore([...before, ...found])
      setCount(count + found.length)
    } catch (error) {
      setFault(error as Error)
    } finally {
      setReading(false)
    }
  }
  const tabs: readonly { readonly id: Filter; readonly title: string }[] = [
    { id: 'all', title: t({ zh: '全部', en: 'All' }) },
    { id: 'steps', title: t({ zh: '仅处理步骤', en: 'Steps only' }) },
    {
      id: 'files',
      title: t({ zh: `附件 ${page.attachments.length}`, en: `Attachments ${page.attachments.length}` }),
    },
  ]
  return (
    <section className="card sec" aria-labelledby="timeline-title">
      <div className="row wrap timeline-head">
        <h2 id="timeline-title">{t({ zh: '经过', en: 'What happened' })}</h2>
        <ChainTag page={page} />
        <span className="sp" />
        <div className="row tabs">
          {tabs.map(({ id, title }) => (
            <button key={id} type="button" aria-pressed={filter === id} onClick={() => setFilter(id)}>
              {title}
            </button>
          ))}
        </div>
      </div>
      {filter === 'files' ? (
        <Attachments attachments={page.attachments} people={page.people} purposes={purposes} />
      ) : (
        <>
          <ol className="tl">
            {entries.slice(0, count).map(entry => (
              <Entry key={entry.seq} entry={entry} procedure={page.procedure} />
            ))}
          </ol>
          {entries.length > count && (
            <button type="button" className="btn quiet" onClick={() => setCount(count + PORTION)}>
              {t({ zh: `更早的 ${entries.length - count} 条`, en: `${entries.length - count} earlier entries` })}
            </button>
          )}
          {entries.length <= count && missing > 0 && (
            <button type="button" className="btn quiet" aria-disabled={reading} onClick={() => void older()}>
              {t({ zh: `再往前 ${missing} 条`, en: `${missing} entries before these` })}
            </button>
          )}
          {fault && <Fault error={fault} />}
        </>
      )}
    </section>
  )
}

function Entry({ entry, procedure }: { readonly entry: TimelineEntry; readonly procedure: string }) {
  const t = useT()
  const format = useFormat()
  const [all, setAll] = useState(false)
  const refused = entry.outcome === 'refused'
  return (
    <li className={refused ? 'ev no' : 'ev'}>
      <div className="h">
        <span className="happened">
          {refused
            ? t({
                zh: `“${entry.title.zh}”被拒：${entry.told.zh}`,
                en: `"${entry.title.en}" refused: ${entry.told.en}`,
              })
            : t(entry.told)}{' '}
          {(all ? entry.clauses : entry.clauses.slice(0, FEW)).map(clause => (
            <OpenLink key={clause} to="/clauses" search={{ procedure, clause }} className="clause">
              {clause}
            </OpenLink>
          ))}
          {entry.clauses.length > FEW && !all && (
            <button type="button" className="link more-clauses" onClick={() => setAll(true)}>
              {t({ zh: `等 ${entry.clauses.length} 条`, en: `and ${entry.clauses.length - FEW} more` })}
            </button>
          )}
        </span>
        <time dateTime={entry.at} title={format.full(entry.at)}>
          {format.instant(entry.at)}
        </time>
      </div>
      {entry.late?.map(item => (
        <p key={item.field} className="who">
          <span className="tag warn">{t({ zh: '补记 LATE', en: 'Late entry' })}</span>{' '}
          {t({
            zh: `“${item.what.zh}”${format.full(item.eventAt)}，超过 ${item.windowHours} 小时填写时限，原因：${item.reason}`,
            en: `"${item.what.en}" of ${format.full(item.eventAt)}, beyond the ${item.windowHours} h for entries; reason: ${item.reason}`,
          })}
        </p>
      ))}
      <small>
        {entry.actorName}
        {refused && t({ zh: ' 尝试，未作任何改动', en: ' tried; nothing was changed' })}
        {entry.signed?.deputyFor &&
          t({ zh: `（代 ${entry.signed.deputyFor.name}）`, en: ` (for ${entry.signed.deputyFor.name})` })}
        {entry.signed && t({ zh: ` · 签名：${entry.signed.meaning.zh}`, en: ` · signed: ${entry.signed.meaning.en}` })}{' '}
        ·{' '}
        <span className="mono hash" title={entry.hash}>
          {entry.hash.slice(0, 8)}
        </span>
      </small>
    </li>
  )
}
