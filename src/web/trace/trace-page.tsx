import './trace.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { text } from '../../kernel/text.ts'
import type { TraceAnswer, TraceSubject } from '../../server/trace/trace.ts'
import { readQuery } from '../api.ts'
import { useT } from '../language.tsx'
import { Empty } from '../state/empty.tsx'
import { Bones } from '../state/loading.tsx'
import { Refused } from '../state/refused.tsx'
import { kindTitles } from './kind-titles.ts'
import { TraceSearch } from './trace-search.tsx'
import { TraceView } from './trace-view.tsx'

/** `/trace`: what was typed or scanned. */
export function TraceStartPage() {
  const { q = '', page = '' } = useSearch({ from: '/shell/trace' })
  return <Traced asked={{ q, page: Number(page) || 0 }} typed={q} />
}

/** `/trace/lot/PC-2026-00012`: one subject. */
export function TraceSubjectPage() {
  const { kind, id } = useParams({ from: '/shell/trace/$kind/$id' })
  const { page = '' } = useSearch({ from: '/shell/trace/$kind/$id' })
  return <Traced asked={{ kind, id, page: Number(page) || 0 }} typed="" />
}

function Traced({
  asked,
  typed,
}: {
  readonly asked: Readonly<Record<string, string | number>>
  readonly typed: string
}) {
  const t = useT()
  const isAsked = Boolean(asked.q || asked.id)
  const answer = useQuery({
    ...readQuery<TraceAnswer>('trace.of', asked),
    enabled: isAsked,
    // The next page of the same subject comes over the one before; another subject does not.
    placeholderData: (before, query) =>
      query?.queryKey[2] && (query.queryKey[2] as typeof asked).id === asked.id && asked.id
        ? keepPreviousData(before)
        : undefined,
  })
  const subject = answer.data?.trace?.subject
  const title = subject?.code ?? subject?.title
  useEffect(() => {
    document.title = `${title ? `${title} · ` : ''}${t(text('追溯', 'Trace'))} · 闭环 Bihuan`
  }, [t, title])
  return (
    <>
      <div className="page-head trace-head">
        <h1>{t(text('追溯', 'Trace'))}</h1>
        <TraceSearch key={typed} typed={typed} />
      </div>
      {!isAsked ? (
        <Start />
      ) : answer.error ? (
        <Refused error={answer.error} again={() => void answer.refetch()} />
      ) : !answer.data ? (
        <div className="card sec">
          <Bones rows={10} height={26} />
        </div>
      ) : (
        <>
          {answer.data.remark && (
            <p className="notice warn trace-remark" role="status">
              {t(answer.data.remark)}
            </p>
          )}
          {answer.data.trace ? (
            <TraceView
              key={`${answer.data.trace.subject.kind}/${answer.data.trace.subject.id}`}
              trace={answer.data.trace}
              page={Number(asked.page)}
              dim={answer.isPlaceholderData}
            />
          ) : answer.data.choices.length > 0 ? (
            <Choices choices={answer.data.choices} />
          ) : (
            <Empty title={t(text(`没有找到“${typed}”`, `Nothing found for "${typed}"`))}>
              <p>
                {t(
                  text(
                    '请扫描标签上的 UDI，或输入完整的批号、序列号、随货同行单号、记录编号，也可输入客户、产品名称的一部分。',
                    'Scan the UDI of the label, or type a whole lot, serial, delivery note or record number, or part of the name of a customer or product.',
                  ),
                )}
              </p>
            </Empty>
          )}
        </>
      )}
    </>
  )
}

/** What can be asked, before anything is. */
function Start() {
  const t = useT()
  return (
    <Empty title={t(text('扫一扫，或输入一个编号', 'Scan, or type a number'))}>
      <p>
        {t(
          text(
            '可追溯：UDI（GS1、HIBCC、ICCBBA、MA、AHM）、批号、序列号、产品、随货同行单、客户、供货者，以及任何记录（例如 TS-2026-00012）。',
            'Traced are: UDI (GS1, HIBCC, ICCBBA, MA, AHM), lot, serial number, product, delivery note, customer, supplier, and any record (for example TS-2026-00012).',
          ),
        )}
      </p>
      <p>
        {t(
          text(
            '在任何页面上用扫码枪扫描（光标不在输入框内），都会直接打开追溯。',
            'A hand scanner opens the trace from any page while no field has the cursor.',
          ),
        )}
      </p>
    </Empty>
  )
}

/** Several things fit. */
function Choices({ choices }: { readonly choices: readonly TraceSubject[] }) {
  const t = useT()
  return (
    <section className="card sec">
      <h2>{t(text('要追溯哪一个？', 'Which one?'))}</h2>
      <ul className="trace-choices">
        {choices.map(choice => (
          <li key={`${choice.kind}/${choice.id}`}>
            <Link to="/trace/$kind/$id" params={{ kind: choice.kind, id: choice.id }} search={{}}>
              <span className="tag">{t(kindTitles[choice.kind])}</span>
              <span>{choice.title}</span>
              {choice.code && <span className="mono">{choice.code}</span>}
              {choice.remark && <span className="who">{t(choice.remark)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
