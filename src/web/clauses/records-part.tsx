import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ClausePage } from '../../kernel/evidence-page.ts'
import type { ProofPage } from '../../kernel/evidence-proof.ts'
import { type Text, text } from '../../kernel/text.ts'
import { read } from '../api.ts'
import { useT } from '../language.tsx'
import { Bones } from '../state/loading.tsx'
import { Refused } from '../state/refused.tsx'
import { ProofTable } from './proof-table.tsx'

const OUTCOMES: readonly (readonly [string, Text])[] = [
  ['', text('全部', 'All')],
  ['late', text('超期', 'Late')],
  ['in-time', text('按时', 'In time')],
  ['open', text('进行中', 'Running')],
]

/** The records themselves, page by page: clocks with how they ended, or the steps that were taken. */
export function RecordsPart({
  page,
  days,
}: {
  readonly page: ClausePage
  readonly days: { readonly from: string; readonly to: string }
}) {
  const t = useT()
  const clocked = (page.clocks?.due ?? 0) > 0
  const [kind, setKind] = useState<'clocks' | 'steps'>(clocked ? 'clocks' : 'steps')
  const [outcome, setOutcome] = useState('')
  const [group, setGroup] = useState('')
  const untouched = (clocked ? kind === 'clocks' : kind === 'steps') && outcome === '' && group === ''
  const ask = {
    procedure: page.procedure,
    clause: page.id,
    ...days,
    kind,
    ...(kind === 'clocks' && { outcome, group }),
  }
  const records = useInfiniteQuery({
    queryKey: ['read', 'evidence.records', ask],
    queryFn: ({ pageParam, signal }) => read<ProofPage>('evidence.records', { ...ask, after: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: last => last.next ?? undefined,
    ...(untouched && { initialData: { pages: [page.proofs], pageParams: [''] } }),
    staleTime: 30_000,
  })
  const pages = records.data?.pages ?? []
  return (
    <section className="card" aria-labelledby="records-title">
      <div className="sec row table-title records-head">
        <h2 id="records-title">{t(text('记录', 'Records'))}</h2>
        {clocked && (
          <fieldset className="seg">
            <legend className="sr">{t(text('看什么', 'What to list'))}</legend>
            <button type="button" aria-pressed={kind === 'clocks'} onClick={() => setKind('clocks')}>
              {t(text('时限', 'Clocks'))}
            </button>
            <button type="button" aria-pressed={kind === 'steps'} onClick={() => setKind('steps')}>
              {t(text('步骤', 'Steps'))}
            </button>
          </fieldset>
        )}
        <span className="sp" />
        {kind === 'clocks' && page.groups.length > 1 && (
          <select
            className="inp"
            aria-label={t(text('哪一种时限', 'Which clock'))}
            value={group}
            onChange={event => setGroup(event.target.value)}
          >
            <option value="">{t(text('全部时限', 'All clocks'))}</option>
            {page.groups.map(item => (
              <option key={item.id} value={item.id}>
                {t(item.title)}
                {item.policy && `（${t(item.policy)}）`}
              </option>
            ))}
          </select>
        )}
        {kind === 'clocks' && (
          <fieldset className="seg">
            <legend className="sr">{t(text('结果', 'Outcome'))}</legend>
            {OUTCOMES.map(([value, title]) => (
              <button key={value} type="button" aria-pressed={outcome === value} onClick={() => setOutcome(value)}>
                {t(title)}
              </button>
            ))}
          </fieldset>
        )}
      </div>
      {records.error && pages.length === 0 ? (
        <Refused error={records.error} again={() => void records.refetch()} />
      ) : pages.length === 0 ? (
        <div className="sec">
          <Bones rows={5} />
        </div>
      ) : pages.every(item => item.clocks.length === 0 && item.acts.length === 0) ? (
        <p className="sec sub">
          {outcome || group
            ? t(text('没有符合条件的记录。', 'No record fits.'))
            : t(text('本期没有发生，因此没有记录。', 'Nothing happened in this period, so there is no record.'))}
        </p>
      ) : (
        <>
          <ProofTable pages={pages} caption={t(text('记录', 'Records'))} />
          {records.hasNextPage && (
            <div className="sec">
              <button
                type="button"
                className="btn"
                disabled={records.isFetchingNextPage}
                onClick={() => void records.fetchNextPage()}
              >
                {records.isFetchingNextPage ? t(text('正在读取…', 'Reading…')) : t(text('再看一页', 'Show more'))}
              </button>
            </div>
          )}
        </>
      )}
    </section>
  )
}
