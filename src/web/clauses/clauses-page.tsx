import './clauses.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useDeferredValue, useEffect, useState } from 'react'
import { FULFILMENT } from '../../kernel/evidence-words.ts'
import { text } from '../../kernel/text.ts'
import { readQuery } from '../api.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { Icon } from '../shell/icons.tsx'
import { Empty } from '../state/empty.tsx'
import { Bones } from '../state/loading.tsx'
import { Refused } from '../state/refused.tsx'
import { chosenClauses, clocksOf, countsOf, groupsOf, lawsOf, numbersOf, worstFirst } from './chosen-clauses.ts'
import { ClauseTable } from './clause-table.tsx'
import { type Evidence, onTimeShare } from './evidence.ts'
import { PeriodPicker, useDays } from './period-picker.tsx'

const STANDINGS = ['fulfilled', 'partly', 'not-yet'] as const

/** Every clause of every written procedure, with what proves it. This is what an inspector is shown first. */
export function ClausesPage() {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const values = useSearch({ from: '/shell/clauses' })
  const days = useDays(values)
  const [typed, setTyped] = useState(values.q ?? '')
  const q = useDeferredValue(typed)
  const evidence = useQuery({
    ...readQuery<Evidence>('evidence.clauses', days),
    placeholderData: keepPreviousData,
  })
  useEffect(() => {
    document.title = `${t(text('程序与条款', 'Procedures and clauses'))} · 闭环 Bihuan`
  }, [t])
  const go = (change: Readonly<Record<string, string | undefined>>): void =>
    void navigate({ to: '/clauses', search: { ...values, ...change }, replace: true })

  const all = evidence.data?.clauses ?? []
  const procedures = evidence.data?.procedures ?? []
  const shown = chosenClauses(all, { ...values, q })
  const counts = countsOf(chosenClauses(all, { ...values, show: undefined, q }))
  const worst = values.order === 'worst'
  const documents = groupsOf(all)
  const groups = groupsOf(shown)
  const share = onTimeShare(clocksOf(shown))
  const late = clocksOf(shown).late
  const written = documents.filter(item => item.id !== 'law').length
  const demands = numbersOf(all)
  const titles = new Map(procedures.map(item => [item.name, item.title]))
  return (
    <>
      <div className="page-head">
        <h1>{t(text('程序与条款', 'Procedures and clauses'))}</h1>
        <span className="sub">
          {all.length > 0 &&
            t(text(`${written} 份程序文件，${demands} 条要求`, `${written} written procedures, ${demands} clauses`))}
        </span>
        <span className="sp" />
        <PeriodPicker {...days} onChange={go} />
      </div>
      <div className="clause-filters">
        <fieldset className="clause-standings">
          <legend className="sr">{t(text('按落实情况筛选', 'Filter by fulfilment'))}</legend>
          {STANDINGS.map(item => (
            <button
              key={item}
              type="button"
              className={values.show === item ? 'chip on' : 'chip'}
              aria-pressed={values.show === item}
              onClick={() => go({ show: values.show === item ? undefined : item })}
            >
              <i className={`dot ${FULFILMENT[item].tone}`} />
              {t(FULFILMENT[item].title)} {evidence.data && <b>{format.number(counts[item])}</b>}
            </button>
          ))}
        </fieldset>
        {values.procedure && (
          <button type="button" className="chip on" onClick={() => go({ procedure: undefined })}>
            {t(titles.get(values.procedure) ?? text('选定的程序', 'Chosen procedure'))}
            <Icon name="close" size={10} />
            <span className="sr">{t(text('取消这个条件', 'Drop this condition'))}</span>
          </button>
        )}
        <label className="clause-search">
          <span className="sr">{t(text('查找条款', 'Find a clause'))}</span>
          <Icon name="search" size={14} />
          <input
            value={typed}
            onChange={event => setTyped(event.target.value)}
            onBlur={() => go({ q: typed.trim() || undefined })}
            placeholder={t(text('条款号、要求或法规', 'Number, demand or law'))}
            spellCheck={false}
          />
        </label>
        <select
          className="inp"
          aria-label={t(text('程序文件', 'Source document'))}
          value={values.source ?? ''}
          onChange={event => go({ source: event.target.value || undefined })}
        >
          <option value="">{t(text('全部程序文件', 'All documents'))}</option>
          {documents.map(item => (
            <option key={item.id} value={item.id}>
              {item.id === 'law' ? '' : `${item.id} `}
              {t(item.title)}
            </option>
          ))}
        </select>
        <select
          className="inp"
          aria-label={t(text('法规', 'Law'))}
          value={values.law ?? ''}
          onChange={event => go({ law: event.target.value || undefined })}
        >
          <option value="">{t(text('全部法规', 'All laws'))}</option>
          {lawsOf(all).map(law => (
            <option key={law} value={law}>
              {law}
            </option>
          ))}
        </select>
        <fieldset className="seg">
          <legend className="sr">{t(text('排列', 'Order'))}</legend>
          <button type="button" aria-pressed={!worst} onClick={() => go({ order: undefined })}>
            {t(text('按文件', 'By document'))}
          </button>
          <button type="button" aria-pressed={worst} onClick={() => go({ order: 'worst' })}>
            {t(text('问题在前', 'Worst first'))}
          </button>
        </fieldset>
      </div>
      {evidence.error && !evidence.data ? (
        <Refused error={evidence.error} again={() => void evidence.refetch()} />
      ) : !evidence.data ? (
        <div className="card sec">
          <Bones rows={12} height={30} />
        </div>
      ) : shown.length === 0 ? (
        <div className="card">
          <Empty
            title={t(text('没有符合条件的条款', 'No clause fits'))}
            actions={
              <button
                type="button"
                className="btn"
                onClick={() => {
                  setTyped('')
                  go({ q: undefined, show: undefined, source: undefined, law: undefined, procedure: undefined })
                }}
              >
                {t(text('清除筛选', 'Clear the filter'))}
              </button>
            }
          />
        </div>
      ) : (
        <div className={evidence.isPlaceholderData ? 'stack dim' : 'stack'}>
          <p className="sub clause-sum" role="status">
            {t(text(`列出 ${numbersOf(shown)} 条`, `${numbersOf(shown)} clauses`))}
            {share !== null &&
              t(
                text(
                  `　·　${days.from} 至 ${days.to} 到期的时限按时 ${format.percent(share)}，超期 ${format.number(late)} 起`,
                  ` · clocks due ${days.from} to ${days.to}: ${format.percent(share)} on time, ${format.number(late)} late`,
                ),
              )}
          </p>
          {worst ? (
            <div className="card scroll-x">
              <ClauseTable
                clauses={worstFirst(shown)}
                days={days}
                titles={titles}
                caption={t(text('问题在前', 'Worst first'))}
              />
            </div>
          ) : (
            groups.map(group => (
              <section key={group.id} className="card scroll-x clause-group" aria-label={t(group.title)}>
                <div className="row sec clause-group-head">
                  {group.id !== 'law' && <span className="tag brand mono">{group.id}</span>}
                  <h2>{t(group.title)}</h2>
                  <span className="sp" />
                  <GroupStanding counts={countsOf(group.clauses)} share={onTimeShare(clocksOf(group.clauses))} />
                </div>
                <ClauseTable clauses={group.clauses} days={days} titles={titles} caption={t(group.title)} />
              </section>
            ))
          )}
        </div>
      )}
    </>
  )
}

function GroupStanding({
  counts,
  share,
}: {
  readonly counts: ReturnType<typeof countsOf>
  readonly share: number | null
}) {
  const t = useT()
  const format = useFormat()
  const words = STANDINGS.flatMap(item => (counts[item] > 0 ? [`${t(FULFILMENT[item].title)} ${counts[item]}`] : []))
  if (share !== null) words.push(t(text(`按时 ${format.percent(share)}`, `${format.percent(share)} on time`)))
  return <span className="sub">{words.join(' · ')}</span>
}
