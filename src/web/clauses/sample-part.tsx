import { useState } from 'react'
import type { ClausePage, ClauseSample } from '../../kernel/evidence-page.ts'
import { text } from '../../kernel/text.ts'
import { freshKey, useRead } from '../api.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { Bones } from '../state/loading.tsx'
import { Refused } from '../state/refused.tsx'
import { ProofTable } from './proof-table.tsx'

/** A random sample for an inspector. The seed stands in the address: the same seed draws the same again. */
export function SamplePart({
  page,
  days,
  seed,
  count,
  go,
}: {
  readonly page: ClausePage
  readonly days: { readonly from: string; readonly to: string }
  readonly seed: string | undefined
  readonly count: string | undefined
  readonly go: (change: Readonly<Record<string, string | undefined>>) => void
}) {
  const t = useT()
  const format = useFormat()
  const [size, setSize] = useState(count ?? '5')
  const [given, setGiven] = useState(seed ?? '')
  const asked = Math.min(50, Math.max(1, Number(count ?? size) || 5))
  const sample = useRead<ClauseSample>(
    'evidence.sample',
    { procedure: page.procedure, clause: page.id, ...days, seed, count: asked },
    seed !== undefined,
  )
  const draw = (next: string): void => {
    setGiven(next)
    go({ seed: next, n: String(Math.min(50, Math.max(1, Number(size) || 5))) })
  }
  const data = sample.data
  return (
    <section className="card" aria-labelledby="sample-title">
      <form
        className="sec row table-title records-head"
        onSubmit={event => {
          event.preventDefault()
          draw(given.trim() || freshKey().slice(0, 8))
        }}
      >
        <h2 id="sample-title">{t(text('随机抽样', 'Random sample'))}</h2>
        <span className="sp" />
        <label className="row">
          <span className="sub">{t(text('份数', 'How many'))}</span>
          <input
            className="inp sample-size"
            type="number"
            min={1}
            max={50}
            value={size}
            onChange={event => setSize(event.target.value)}
          />
        </label>
        <label className="row">
          <span className="sub">{t(text('种子', 'Seed'))}</span>
          <input
            className="inp mono sample-seed"
            maxLength={40}
            value={given}
            placeholder={t(text('自动', 'automatic'))}
            onChange={event => setGiven(event.target.value)}
          />
        </label>
        <button type="submit" className="btn">
          {t(text('抽样', 'Draw'))}
        </button>
        {seed && (
          <button type="button" className="btn" onClick={() => draw(freshKey().slice(0, 8))}>
            {t(text('换一批', 'Draw others'))}
          </button>
        )}
      </form>
      {seed === undefined ? (
        <p className="sec sub sample-note">
          {t(
            text(
              '从本期的记录中随机抽取。种子会显示并打印；用同一种子可重新抽出同一批。',
              'Draws from the records of this period. The seed is shown and printed; the same seed draws the same again.',
            ),
          )}
        </p>
      ) : sample.error && !data ? (
        <Refused error={sample.error} again={() => void sample.refetch()} />
      ) : !data ? (
        <div className="sec">
          <Bones rows={4} />
        </div>
      ) : data.of === 0 ? (
        <p className="sec sub sample-note">{t(text('本期没有可抽的记录。', 'There is no record to draw from.'))}</p>
      ) : (
        <>
          <p className="sec sub sample-note" role="status">
            {t(
              text(
                `种子 ${data.seed}：从 ${format.number(data.of)} 份记录中抽出 ${data.recordIds.length} 份。打印 PDF 时一并印出。`,
                `Seed ${data.seed}: ${data.recordIds.length} of ${format.number(data.of)} records. Printed with the PDF.`,
              ),
            )}
          </p>
          <ProofTable pages={[data.proofs]} caption={t(text('抽中的记录', 'Records drawn'))} />
        </>
      )}
    </section>
  )
}
