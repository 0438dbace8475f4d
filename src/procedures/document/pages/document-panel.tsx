import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { RecordPage } from '../../../web/answers.ts'
import { readQuery } from '../../../web/api.ts'
import { useT } from '../../../web/language.tsx'
import { Bones } from '../../../web/state/loading.tsx'
import { Refused } from '../../../web/state/refused.tsx'
import { standingTitles } from '../taxonomy.ts'
import type { CompareAnswer, VersionsAnswer } from './answers.ts'
import { ChangeTable } from './change-table.tsx'
import './document-panel.css'

interface DocumentPanelProps {
  readonly page: RecordPage
}

/** What the program does now. */
const PROGRAM = 'program'

/** Compares two versions of a document, or one with what the program does now, and says what else a change touches. */
export function OwnPanel({ page }: DocumentPanelProps) {
  const { id, version } = page.record
  // a step of the document makes other answers
  return <Comparison key={version} id={id} />
}

function Comparison({ id }: { readonly id: string }) {
  const t = useT()
  const answer = useQuery({ ...readQuery<VersionsAnswer>('document.versions', { id }), staleTime: 0 })
  const [picked, pick] = useState<{ readonly from?: string; readonly to?: string }>({})
  if (!answer.data)
    return (
      <section className="card sec document-panel">
        {answer.error ? <Refused error={answer.error} again={() => void answer.refetch()} /> : <Bones rows={3} />}
      </section>
    )
  const kept = answer.data.versions.filter(item => item.contentHash !== null)
  if (kept.length === 0) return null
  const { describes } = answer.data
  const from = picked.from ?? (kept.find(item => item.standing === 'in-force') ?? kept[0])?.id ?? ''
  const to = picked.to ?? (describes ? PROGRAM : (kept.at(-1)?.id ?? ''))
  const options = kept.toReversed().map(item => ({
    value: item.id,
    title: `${item.label} ${t(standingTitles[item.standing].title)}`,
  }))
  const program = { value: PROGRAM, title: t({ zh: '程序现在的执行', en: 'What the program does now' }) }
  const picker = (
    label: string,
    value: string,
    list: readonly { readonly value: string; readonly title: string }[],
    onChange: (value: string) => void,
  ) => (
    <label>
      <span className="sub">{label}</span>
      <select className="inp pick" value={value} onChange={event => onChange(event.target.value)}>
        {list.map(option => (
          <option key={option.value} value={option.value}>
            {option.title}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <section className="card sec document-panel" aria-labelledby="document-panel-title">
      <h2 id="document-panel-title">{t({ zh: '版本比对', en: 'Compare versions' })}</h2>
      <div className="row wrap pickers">
        {picker(t({ zh: '从', en: 'From' }), from, options, value => pick({ ...picked, from: value }))}
        {picker(t({ zh: '到', en: 'To' }), to, describes ? [program, ...options] : options, value =>
          pick({ ...picked, to: value }),
        )}
      </div>
      <Compared key={`${from} ${to}`} ask={{ id, from, to }} procedure={answer.data.procedure ?? ''} />
    </section>
  )
}

interface ComparedProps {
  readonly ask: { readonly id: string; readonly from: string; readonly to: string }
  readonly procedure: string
}

function Compared({ ask, procedure }: ComparedProps) {
  const t = useT()
  const answer = useQuery({ ...readQuery<CompareAnswer>('document.compare', ask), staleTime: 0 })
  if (!answer.data)
    return answer.error ? <Refused error={answer.error} again={() => void answer.refetch()} /> : <Bones rows={4} />
  const { changes, comparable, openRecords } = answer.data
  if (!comparable) return <p className="sub">{t({ zh: '没有可比对的内容。', en: 'There is nothing to compare.' })}</p>
  return (
    <>
      <p className={changes.length > 0 ? 'notice warn' : 'notice ok'} role="status">
        {changes.length > 0
          ? t({ zh: `${changes.length} 处不同。`, en: `${changes.length} differences.` })
          : t({ zh: '两者一致，没有差异。', en: 'Both are the same.' })}
      </p>
      {openRecords && openRecords.count > 0 && changes.length > 0 && (
        <p className="sub">
          {t({
            zh: `按前一版本建立、尚未办结的记录 ${openRecords.count} 条：`,
            en: `Open records made under the former version: ${openRecords.count}. `,
          })}
          {openRecords.numbers.map(number => (
            <span key={number}>
              <Link to="/$procedure/$id" params={{ procedure, id: number }} search={{}} className="mono">
                {number}
              </Link>{' '}
            </span>
          ))}
          {openRecords.count > openRecords.numbers.length && ' …'}
        </p>
      )}
      {changes.length > 0 && <ChangeTable procedure={procedure} changes={changes} />}
    </>
  )
}
