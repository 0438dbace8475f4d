import './clauses.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { joinText, text } from '../../kernel/text.ts'
import { procedureQuery, readQuery } from '../api.ts'
import { serverNow } from '../connection.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { useMeta } from '../meta.ts'
import { Empty } from '../state/empty.tsx'
import { Bones } from '../state/loading.tsx'
import { Refused } from '../state/refused.tsx'
import { ClauseCard } from './clause-card.tsx'
import { ClauseTable } from './clause-table.tsx'
import { type Evidence, periods } from './evidence.ts'

/** The procedure text, clause by clause, each with what proves it. This is what an inspector is shown. */
export function ClausesPage() {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const { procedures } = useMeta()
  const values = useSearch({ from: '/shell/clauses' })
  const procedure = procedures.find(item => item.name === values.procedure)?.name ?? procedures[0]?.name ?? ''
  const offered = periods(format.day(new Date(serverNow()).toISOString()))
  const period = offered.find(item => item.id === values.period) ?? offered[1]
  const declared = useQuery({ ...procedureQuery(procedure), enabled: procedure !== '' })
  const evidence = useQuery({
    ...readQuery<Evidence>('evidence.clauses', { procedure, from: period.from, to: period.to }),
    enabled: procedure !== '',
    placeholderData: keepPreviousData,
  })
  useEffect(() => {
    document.title = `${t(text('程序与条款', 'Procedures and clauses'))} · 闭环 Bihuan`
  }, [t])
  const go = (change: Readonly<Record<string, string | undefined>>): void =>
    void navigate({ to: '/clauses', search: { ...values, procedure, ...change }, replace: true })

  const clauses = evidence.data?.clauses ?? []
  const missing = clauses.filter(clause => !clause.fulfilled).length
  const chosen = clauses.find(clause => clause.id === values.clause) ?? clauses[0]
  const sources = declared.data?.source ?? []
  const laws = [
    ...new Set(clauses.flatMap(clause => (clause.law ? [clause.law.anchor.replace(/\s*第[^条第]*条.*$/, '')] : []))),
  ]
  return (
    <>
      <div className="page-head">
        <h1>{declared.data ? t(declared.data.title) : <i className="bone appear title-bone" />}</h1>
        {sources.length > 0 && <span className="tag brand">{sources.map(source => source.id).join(' · ')}</span>}
        <span className="sp" />
        <select
          className="inp procedure-pick"
          aria-label={t(text('程序', 'Procedure'))}
          value={procedure}
          onChange={event => go({ procedure: event.target.value, clause: undefined })}
        >
          {procedures.map(item => (
            <option key={item.name} value={item.name}>
              {t(item.title)}
            </option>
          ))}
        </select>
        <fieldset className="seg">
          <legend className="sr">{t(text('期间', 'Period'))}</legend>
          {offered.map(item => (
            <button key={item.id} type="button" aria-pressed={item === period} onClick={() => go({ period: item.id })}>
              {t(item.title)}
            </button>
          ))}
        </fieldset>
      </div>
      <p className="sub clauses-sub">
        {sources.length > 0 && t(joinText(sources.map(source => source.title)))}
        {clauses.length > 0 && (
          <>
            {'　'}
            {t(
              missing === 0
                ? text(`共 ${clauses.length} 条，全部由系统执行`, `${clauses.length} clauses, all run by the system`)
                : text(
                    `共 ${clauses.length} 条，${clauses.length - missing} 条由系统执行，${missing} 条尚未实现`,
                    `${clauses.length} clauses: ${clauses.length - missing} run by the system, ${missing} not yet`,
                  ),
            )}
          </>
        )}
        {laws.length > 0 && (
          <>
            {'　·　'}
            {t(text('法规：', 'Law: '))}
            {laws.slice(0, 4).join(t(text('、', ', ')))}
          </>
        )}
      </p>
      {evidence.error && !evidence.data ? (
        <Refused error={evidence.error} again={() => void evidence.refetch()} />
      ) : !evidence.data ? (
        <div className="card sec">
          <Bones rows={10} height={30} />
        </div>
      ) : clauses.length === 0 ? (
        <Empty title={t(text('这个程序没有条款', 'This procedure has no clauses'))} />
      ) : (
        <div className="cols clauses-cols">
          <ClauseTable clauses={clauses} chosen={chosen?.id} onChoose={clause => go({ clause })} />
          {chosen && <ClauseCard key={chosen.id} asked={values.clause === chosen.id} clause={chosen} period={period} />}
        </div>
      )}
    </>
  )
}
