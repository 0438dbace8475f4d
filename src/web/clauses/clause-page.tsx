import './clauses.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { ClausePage, ClauseSummary } from '../../kernel/evidence-page.ts'
import { FULFILMENT } from '../../kernel/evidence-words.ts'
import { text } from '../../kernel/text.ts'
import { queryString, readQuery } from '../api.ts'
import { CopyState } from '../copy/copy-state.tsx'
import { useCopy } from '../copy/use-copy.ts'
import { useFormat } from '../format.ts'
import { useLanguage, useT } from '../language.tsx'
import { Icon } from '../shell/icons.tsx'
import { Bones } from '../state/loading.tsx'
import { Refused } from '../state/refused.tsx'
import { ClauseText } from './clause-text.tsx'
import { ClockPart } from './clock-part.tsx'
import { ControlsPart } from './controls-part.tsx'
import { type ClauseAnswer, onTimeShare } from './evidence.ts'
import { ExceptionsPart, RefusalsPart } from './exceptions-part.tsx'
import { LatePart } from './late-part.tsx'
import { PeriodPicker, useDays } from './period-picker.tsx'
import { RecordsPart } from './records-part.tsx'
import { SamplePart } from './sample-part.tsx'

/** One clause: its text, what acts for it, and what really happened in a period. */
export function ClausePageView() {
  const t = useT()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const copy = useCopy()
  const { procedure, clause } = useParams({ from: '/shell/clauses/$procedure/$clause' })
  const values = useSearch({ from: '/shell/clauses/$procedure/$clause' })
  const days = useDays(values)
  const answer = useQuery({
    ...readQuery<ClauseAnswer>('evidence.clause', { procedure, clause, ...days }),
    placeholderData: keepPreviousData,
  })
  useEffect(() => {
    document.title = `${clause} · 闭环 Bihuan`
  }, [clause])
  const go = (change: Readonly<Record<string, string | undefined>>): void =>
    void navigate({
      to: '/clauses/$procedure/$clause',
      params: { procedure, clause },
      search: { ...values, ...days, ...change },
      replace: true,
    })

  const data = answer.data
  const page = data?.page ?? null
  const summary = page ?? data?.summary ?? null
  const drawn = values.seed ? { seed: values.seed, count: values.n ?? '5' } : {}
  const print = queryString({ ...days, ...drawn, lang: language === 'zh-Hans' ? 'zh' : language })
  return (
    <>
      <nav className="clause-back">
        <Link to="/clauses" search={days}>
          <Icon name="left" size={14} />
          {t(text('程序与条款', 'Procedures and clauses'))}
        </Link>
      </nav>
      <div className="page-head">
        <h1>
          <span className="mono brand-text">{clause}</span>
        </h1>
        {summary && (
          <span className={`tag ${FULFILMENT[summary.fulfilment].tone}`}>
            {t(FULFILMENT[summary.fulfilment].title)}
          </span>
        )}
        <span className="sp" />
        <PeriodPicker {...days} onChange={go} />
        {page && (
          <a className="btn p" href={`/api/print/clause/${procedure}/${clause}${print}`} onClick={copy.take('open')}>
            <Icon name="print" size={14} />
            {t(text('打印 PDF', 'Print PDF'))}
          </a>
        )}
      </div>
      <CopyState copy={copy} />
      {answer.error && !data ? (
        <Refused error={answer.error} again={() => void answer.refetch()} />
      ) : !summary || !data ? (
        <div className="card sec">
          <Bones rows={12} height={28} />
        </div>
      ) : (
        <div className={answer.isPlaceholderData ? 'cols clause-cols dim' : 'cols clause-cols'}>
          <div className="stack">
            <ClauseText summary={summary} source={data.source} />
            <Figures summary={summary} />
            {page ? (
              <Evidence key={`${page.id} ${data.from} ${data.to}`} page={page} days={days} go={go} drawn={values} />
            ) : (
              <p className="notice">
                {t(
                  text(
                    '记录、签名与被拒绝的操作由质量管理部、质量负责人、总经理、系统管理员和监管检查员查看。',
                    'Records, signatures and refused attempts are open to the quality department, the quality head, the general manager, administrators and inspectors.',
                  ),
                )}
              </p>
            )}
          </div>
          <ControlsPart summary={summary} />
        </div>
      )}
    </>
  )
}

function Evidence({
  page,
  days,
  go,
  drawn,
}: {
  readonly page: ClausePage
  readonly days: { readonly from: string; readonly to: string }
  readonly go: (change: Readonly<Record<string, string | undefined>>) => void
  readonly drawn: { readonly seed?: string | undefined; readonly n?: string | undefined }
}) {
  const t = useT()
  if (!page.runs)
    return (
      <p className="notice">
        {t(
          text(
            '这一程序还没有在系统中运行，因此没有证据；在此之前仍按纸面程序办理并存档。',
            'This procedure does not run in the product yet, so there is no evidence: follow and file the paper procedure.',
          ),
        )}
      </p>
    )
  return (
    <>
      {page.groups.map(group => (
        <ClockPart key={group.id} group={group} />
      ))}
      {page.late.length > 0 && <LatePart page={page} />}
      <RecordsPart page={page} days={days} />
      <SamplePart page={page} days={days} seed={drawn.seed} count={drawn.n} go={go} />
      <RefusalsPart page={page} days={days} />
      <ExceptionsPart page={page} />
    </>
  )
}

function Figures({ summary: { clocks, accepted, refused } }: { readonly summary: ClauseSummary }) {
  const t = useT()
  const format = useFormat()
  const share = onTimeShare(clocks)
  const figures: { title: string; value: string; tone?: string }[] = clocks
    ? [
        {
          title: t(text('按时率', 'On time')),
          value: share === null ? '—' : format.percent(share),
          tone: share === null ? '' : share >= 0.95 ? 'is-ok' : share >= 0.8 ? 'is-warn' : 'is-late',
        },
        { title: t(text('到期', 'Due')), value: format.number(clocks.due) },
        { title: t(text('按时', 'In time')), value: format.number(clocks.inTime) },
        { title: t(text('超期', 'Late')), value: format.number(clocks.late), tone: clocks.late > 0 ? 'is-late' : '' },
        { title: t(text('进行中', 'Running')), value: format.number(clocks.open) },
      ]
    : []
  return (
    <dl className="card sec clause-figures">
      {[
        ...figures,
        { title: t(text('办理步骤', 'Steps taken')), value: format.number(accepted) },
        { title: t(text('拒绝', 'Refused')), value: format.number(refused) },
      ].map(figure => (
        <div key={figure.title}>
          <dt>{figure.title}</dt>
          <dd className={'tone' in figure ? figure.tone : undefined}>{figure.value}</dd>
        </div>
      ))}
    </dl>
  )
}
