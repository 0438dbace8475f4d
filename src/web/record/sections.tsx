import { type ReactNode, useState } from 'react'
import type { Json } from '../../kernel/json.ts'
import type { Text } from '../../kernel/text.ts'
import type { Fact, Section, Shown } from '../../kernel/view.ts'
import type { CorrectionRow } from '../answers.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import type { OptionsIn } from './field-options.ts'
import { ShownValue } from './shown-value.tsx'
import { struck } from './struck.ts'

interface SectionsProps {
  readonly sections: readonly Section[]
  readonly corrections: readonly CorrectionRow[]
  readonly people: Readonly<Record<string, string>>
  readonly optionsOf: OptionsIn
}

/** What is known of a record: facts, with corrected values struck through, and tables of its rows. */
export function Sections({ sections, corrections, people, optionsOf }: SectionsProps) {
  const t = useT()
  return sections.map(section => (
    <section key={section.title.en} className="card sec">
      <h2>{t(section.title)}</h2>
      {'facts' in section ? (
        <dl className="facts">
          {section.facts.map(fact => (
            <FactRow
              key={fact.label.en}
              fact={fact}
              corrections={fact.field ? corrections.filter(item => item.field === fact.field) : []}
              people={people}
              optionsOf={optionsOf}
            />
          ))}
        </dl>
      ) : section.rows.length === 0 ? (
        <p className="sub">{t(section.empty)}</p>
      ) : (
        <RowsTable section={section} people={people} />
      )}
    </section>
  ))
}

/** More rows than {@link FOLD} are shown when asked for, so that what follows is found. */
const FOLD = 40

interface RowsTableProps extends Pick<SectionsProps, 'people'> {
  readonly section: Extract<Section, { readonly rows: unknown }>
}

/** The rows of a section, the first ones at once. */
function RowsTable({ section, people }: RowsTableProps) {
  const t = useT()
  const [all, setAll] = useState(false)
  const rows = all || section.rows.length <= FOLD + 10 ? section.rows : section.rows.slice(0, FOLD)
  return (
    <>
      {/* A table wider than a telephone scrolls by itself; the page does not. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: keys must reach what scrolls */}
      <section className="scroll" tabIndex={0} aria-label={t(section.title)}>
        <table className={section.columns.length > 3 ? 'table rows-as-cards' : 'table'}>
          <thead>
            <tr>
              {section.columns.map(column => (
                <th
                  key={column.key}
                  scope="col"
                  className={section.rows.some(row => row[column.key]?.kind === 'number') ? 'num' : undefined}
                >
                  {t(column.title)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // Rows carry no id of their own; they are only ever added.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <tr key={at}>
                {section.columns.map(({ key, title }) => (
                  <td
                    key={key}
                    className={row[key] && cellClass(row[key], t)}
                    data-title={t(title)}
                    data-empty={isEmpty(row[key]) || undefined}
                  >
                    {row[key] && <ShownValue shown={row[key]} people={people} />}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rows.length < section.rows.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {t({ zh: `显示全部 ${section.rows.length} 行`, en: `Show all ${section.rows.length} rows` })}
        </button>
      )}
    </>
  )
}

interface FactRowProps extends Omit<SectionsProps, 'sections'> {
  readonly fact: Fact
}

/** As wide a text stands in a narrow column without a break, in Chinese signs; a Latin one takes half the room. */
const SHORT = 8
const widthOf = (words: string): number => [...words].reduce((sum, sign) => sum + (sign < '\u2e80' ? 0.5 : 1), 0)

/** Whether a cell is better not broken: a name, a time, one or two words. */
const isShort = (shown: Shown, t: (text: Text) => string): boolean => {
  if (shown.kind === 'paragraph' || shown.kind === 'masked') return false
  if (shown.kind === 'line') return widthOf(shown.value ?? '') <= SHORT
  return shown.kind !== 'text' || (shown.value !== null && widthOf(t(shown.value)) <= SHORT)
}

const cellClass = (shown: Shown, t: (text: Text) => string): string | undefined =>
  shown.kind === 'number' ? 'short num' : isShort(shown, t) ? 'short' : undefined

const isEmpty = (shown: Shown | undefined): boolean =>
  !shown || (shown.kind !== 'masked' && (shown.value === null || shown.value === ''))

function FactRow({ fact, corrections, people, optionsOf }: FactRowProps) {
  const t = useT()
  const format = useFormat()
  const last = corrections.at(-1)
  const earlier = corrections.slice(0, -1)
  const written = (value: Json): string => {
    if (value === null || value === '') return t({ zh: '（空）', en: '(blank)' })
    if (typeof value === 'boolean') return t(value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' })
    if (Array.isArray(value)) return value.map(item => written(item as Json)).join(t({ zh: '、', en: ', ' }))
    const title = optionsOf(fact.field ?? '')?.[String(value)]
    if (title) return t(title)
    if (typeof value === 'string' && fact.shown.kind === 'instant') return format.full(value)
    return typeof value === 'string' ? (people[value] ?? value) : String(value)
  }
  const wide = fact.wide || corrections.length > 0
  return (
    <div className={wide ? 'wide' : undefined}>
      <dt>{t(fact.label)}</dt>
      <dd>
        {earlier.map(item => (
          <del key={item.at} className="earlier">
            {written(item.was)}
          </del>
        ))}
        {last ? (
          <Corrected fact={fact} last={last} written={written} people={people} />
        ) : (
          <ShownValue shown={fact.shown} people={people} />
        )}
        {fact.note && <span className="who"> {t(fact.note)}</span>}
        {corrections.map(item => (
          <span key={`${item.at}-why`} className="who correction">
            {' '}
            {item.byName} {format.instant(item.at)} {t({ zh: `更正：${item.reason}`, en: `corrected: ${item.reason}` })}
          </span>
        ))}
      </dd>
    </div>
  )
}

function Corrected({
  fact,
  last,
  written,
  people,
}: {
  readonly fact: Fact
  readonly last: CorrectionRow
  readonly written: (value: Json) => string
  readonly people: Readonly<Record<string, string>>
}): ReactNode {
  const text =
    fact.shown.kind === 'line' || fact.shown.kind === 'paragraph' || fact.shown.kind === 'code'
      ? fact.shown.value
      : null
  // Only a text that still reads as it was corrected shows the difference word by word.
  if (typeof last.was === 'string' && text && text === last.now) {
    const { before, was, now, after } = struck(last.was, text)
    return (
      <span className={fact.shown.kind === 'code' ? 'mono paragraph' : 'paragraph'}>
        {before}
        <del>{was}</del> <ins>{now}</ins>
        {after}
      </span>
    )
  }
  return (
    <>
      <del>{written(last.was)}</del> <ShownValue shown={fact.shown} people={people} />
    </>
  )
}
