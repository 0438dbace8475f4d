import type { ClockProof, ProofPage } from '../../kernel/evidence-proof.ts'
import { OUTCOME } from '../../kernel/evidence-words.ts'
import { signaturesBehind } from '../../kernel/evidence-work.ts'
import { signedName } from '../../kernel/signed-name.ts'
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
          <th scope="col">{t(text('完成与签名', 'Done by, signatures'))}</th>
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
              <Signatures clock={clock} page={page} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Who did the work and on which record, where that is another; the signatures: who, what it means, when. */
function Signatures({ clock, page }: { readonly clock: ClockProof; readonly page: ProofPage }) {
  const t = useT()
  const format = useFormat()
  const { work } = clock
  const list = signaturesBehind(clock, page.signatures)
  if (!work && list.length === 0)
    return (
      <span className="who">
        {t(
          clock.metAt === null || clock.procedure === 'duty'
            ? text('尚未完成', 'Not done yet')
            : text('已完成，此步不要求签名', 'Done; this step asks for no signature'),
        )}
      </span>
    )
  return (
    <ul className="proof-signatures">
      {work && (
        <li>
          {work.record && (
            <>
              <RecordLink procedure={work.record.procedure} id={work.record.id} names={page.names} />{' '}
            </>
          )}
          <b>{work.byName}</b> <span className="who">{format.full(work.at)}</span>
        </li>
      )}
      {list.map(item => (
        <li key={`${item.at} ${item.personName}`}>
          <b>{signedName(item)}</b>{' '}
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
