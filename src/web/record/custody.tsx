import type { Text } from '../../kernel/text.ts'
import { text } from '../../kernel/text.ts'
import type { RecordPage } from '../answers.ts'
import { useRead } from '../api.ts'
import { OpenLink } from '../inspection/open-link.tsx'
import { useT } from '../language.tsx'

/** Answer of `record-control.custody`. */
interface Custody {
  readonly custodian: Text
  readonly medium: Text
  readonly until: string | null
  readonly because: Text | null
  readonly reasons: readonly {
    readonly words: Text
    readonly anchor: Text
    readonly basis: 'procedure' | 'company' | 'law'
    readonly confidence: string | null
    readonly until: string | null
    readonly holds: boolean
  }[]
  readonly holds: readonly string[]
}

const BASIS: Readonly<Record<Custody['reasons'][number]['basis'], Text>> = {
  procedure: text('程序', 'procedure'),
  company: text('公司', 'company'),
  law: text('法规', 'law'),
}

const CONFIDENCE: Readonly<Record<string, Text>> = {
  'verified-text': text('原文已核', 'text verified'),
  secondary: text('转引', 'quoted from elsewhere'),
  'memory-to-verify': text('待核', 'to be verified'),
}

/** Who keeps it, and until when, in one sentence. */
function keptWords({ custodian, medium, until, because }: Custody): Text {
  const by = text(`${custodian.zh}保管（${medium.zh}）`, `Kept by ${custodian.en} (${medium.en})`)
  if (until === null)
    return text(
      `${by.zh}，保存期限自办结之日起算`,
      `${by.en}; its retention counts from the day on which it is settled`,
    )
  const end = until === 'permanent' ? text('永久保存', 'for ever') : text(`保存至 ${until}`, `until ${until}`)
  return text(
    `${by.zh}，${end.zh}${because ? `：${because.zh}` : ''}`,
    `${by.en} ${end.en}${because ? `: ${because.en}` : ''}`,
  )
}

/** Who keeps the record, until when, and because of what. */
export function CustodyPanel({ page }: { readonly page: RecordPage }) {
  const t = useT()
  const custody = useRead<Custody | null>('record-control.custody', { procedure: page.procedure, id: page.record.id })
  const known = custody.data
  if (!known) return null
  const until = (day: string | null): Text =>
    day === 'permanent'
      ? text('永久', 'for ever')
      : day === null
        ? text('办结后起算', 'counts from when it is settled')
        : text(`至 ${day}`, `until ${day}`)
  return (
    <section className="card sec custody" aria-labelledby="custody-title">
      <h2 id="custody-title">{t(text('保管与保存期限', 'Custody and retention'))}</h2>
      <p>{t(keptWords(known))}</p>
      {known.holds.length > 0 && (
        <p>
          <span className="tag warn">{t(text('保留中', 'On hold'))}</span>{' '}
          {known.holds.map(number => (
            <OpenLink
              key={number}
              to="/$procedure/$id"
              params={{ procedure: 'legal-hold', id: number }}
              className="mono"
            >
              {number}
            </OpenLink>
          ))}
        </p>
      )}
      <details>
        <summary>{t(text('各项依据', 'Every reason'))}</summary>
        <ul className="custody-reasons">
          {known.reasons.map(reason => (
            <li key={`${reason.words.en}${reason.anchor.en}`}>
              <span className={reason.holds ? 'tag brand' : 'tag'}>{t(BASIS[reason.basis])}</span> {t(reason.words)} ·{' '}
              {t(until(reason.until))}
              <span className="sub">
                {' '}
                {t(reason.anchor)}
                {reason.confidence &&
                  t(text(`（${CONFIDENCE[reason.confidence]?.zh}）`, ` (${CONFIDENCE[reason.confidence]?.en})`))}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}
