import type { GivenSignature } from '../../kernel/evidence-act.ts'
import type { ClockProof } from '../../kernel/evidence-clock.ts'
import type { ProofPage } from '../../kernel/evidence-page.ts'
import { OUTCOME } from '../../kernel/evidence-words.ts'
import { text } from '../../kernel/text.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { RecordLink } from './record-link.tsx'

/** Records that prove a clause, each with the signatures that were given for it. */
export function ProofTable({ pages, caption }: { readonly pages: readonly ProofPage[]; readonly caption: string }) {
  const clocks = pages.flatMap(page => page.clocks.map(clock => ({ clock, page })))
  return (
    <div className="scroll-x">
      {clocks.length > 0 ? (
        <ClockTable rows={clocks} caption={caption} />
      ) : (
        <ActTable pages={pages} caption={caption} />
      )}
    </div>
  )
}

function ClockTable({
  rows,
  caption,
}: {
  readonly rows: readonly { readonly clock: ClockProof; readonly page: ProofPage }[]
  readonly caption: string
}) {
  const t = useT()
  const format = useFormat()
  return (
    <table className="table proof-table clocks" aria-label={caption}>
      <thead>
        <tr>
          <th scope="col">{t(text('记录', 'Record'))}</th>
          <th scope="col">{t(text('时限', 'Clock'))}</th>
          <th scope="col">{t(text('期限', 'Due'))}</th>
          <th scope="col" className="num">
            {t(text('用时', 'Took'))}
          </th>
          <th scope="col">{t(text('结果', 'Outcome'))}</th>
          <th scope="col">{t(text('签名', 'Signatures'))}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ clock, page }) => (
          <tr key={clock.id}>
            <td>
              <RecordLink procedure={clock.procedure} id={clock.recordId} names={page.names} />
            </td>
            <td>
              {t(clock.title)}
              <div className="who">
                {t(clock.limit)}
                {clock.note && ` · ${t(clock.note)}`}
              </div>
            </td>
            <td className="tabular" title={t(clock.why)}>
              {format.full(clock.dueAt)}
            </td>
            <td className="num">{format.duration(clock.took)}</td>
            <td>
              <span className={`tag ${OUTCOME[clock.outcome].tone}`}>{t(OUTCOME[clock.outcome].title)}</span>
            </td>
            <td>
              <Signatures
                list={page.signatures.filter(item => item.recordId === clock.recordId)}
                onTurn={clock.procedure === 'duty'}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Signatures: who, what it means, when. */
function Signatures({
  list,
  onTurn,
}: {
  readonly list: readonly GivenSignature[]
  /** The clock is that of a turn: the work is signed on the record that did it. */
  readonly onTurn: boolean
}) {
  const t = useT()
  const format = useFormat()
  if (list.length === 0)
    return (
      <span className="who">
        {t(
          onTurn ? text('见完成该次的记录', 'on the record of the work') : text('此步不要求签名', 'none is asked here'),
        )}
      </span>
    )
  return (
    <ul className="proof-signatures">
      {list.map(item => (
        <li key={`${item.at} ${item.personName}`}>
          <b>{item.personName}</b>
          {item.deputyFor && t(text(`（代 ${item.deputyFor.name}）`, ` (for ${item.deputyFor.name})`))}{' '}
          <span className="who">
            {t(item.meaning)} · {format.full(item.at)}
          </span>
        </li>
      ))}
    </ul>
  )
}

function ActTable({ pages, caption }: { readonly pages: readonly ProofPage[]; readonly caption: string }) {
  const t = useT()
  const format = useFormat()
  return (
    <table className="table proof-table" aria-label={caption}>
      <thead>
        <tr>
          <th scope="col">{t(text('记录', 'Record'))}</th>
          <th scope="col">{t(text('步骤', 'Step'))}</th>
          <th scope="col">{t(text('时间', 'When'))}</th>
          <th scope="col">{t(text('办理人', 'Who'))}</th>
        </tr>
      </thead>
      <tbody>
        {pages.flatMap(page =>
          page.acts.map(act => (
            <tr key={act.seq}>
              <td>
                <RecordLink procedure={act.procedure} id={act.recordId} names={page.names} />
              </td>
              <td>
                {t(act.title)}
                <div className="who">{t(act.told)}</div>
              </td>
              <td className="tabular">{format.full(act.at)}</td>
              <td>
                {act.actorName}
                {act.meaning && (
                  <div className="who">{t(text(`签名：${act.meaning.zh}`, `signed: ${act.meaning.en}`))}</div>
                )}
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  )
}
