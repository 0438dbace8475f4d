import { type CSSProperties, useId, useState } from 'react'
import type { Text } from '../../kernel/text.ts'
import type { Clock } from '../answers.ts'
import { useFormat, useNow } from '../format.ts'
import { useT } from '../language.tsx'
import { Menu } from '../shell/menu.tsx'
import { clockState, shortLimit, sortClocks } from './clock-state.ts'

interface ClockStripProps {
  readonly clocks: readonly Clock[]
  readonly people: Readonly<Record<string, string>>
  readonly roleTitle: (role: string) => string
}

const WIDEST = 5
/** Cards in a row, so that no row stands almost empty: six are three and three. */
const columnsFor = (count: number): number => Math.ceil(count / Math.ceil(count / WIDEST))

/** All clocks of a record, earliest first, each with its reason. */
export function ClockStrip({ clocks, people, roleTitle }: ClockStripProps) {
  const t = useT()
  const [all, setAll] = useState(false)
  const { shown, past } = sortClocks(clocks)
  const listed = all ? [...shown, ...past] : shown
  if (clocks.length === 0) return null
  const columns = columnsFor(listed.length)
  return (
    <section className="clocks-box" aria-label={t({ zh: '时限', en: 'Clocks' })}>
      <div className={columns > 4 ? 'clocks dense' : 'clocks'} style={{ '--columns': columns } as CSSProperties}>
        {listed.map(clock => (
          <ClockCard key={clock.id} clock={clock} people={people} roleTitle={roleTitle} />
        ))}
      </div>
      {past.length > 0 && (
        <button type="button" className="link clocks-more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all
            ? t({ zh: '收起以往的时限', en: 'Hide the past clocks' })
            : t({ zh: `以往的时限 ${past.length} 个`, en: `${past.length} past clocks` })}
        </button>
      )}
    </section>
  )
}

function ClockCard({ clock, people, roleTitle }: Omit<ClockStripProps, 'clocks'> & { readonly clock: Clock }) {
  const t = useT()
  const format = useFormat()
  const now = useNow()
  const titleId = useId()
  const state = clockState(clock, now)
  const owner = (clock.ownerId && people[clock.ownerId]) || roleTitle(clock.ownerRole)
  const remark = clock.note ?? clock.remark
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own look and rules
    <div className={`card clock ${state.tone} ${state.kind}`} role="group" aria-labelledby={titleId}>
      <div className="n">
        <span id={titleId}>{t(clock.title)}</span>
        <span className="limit">{t(shortLimit(clock.limit))}</span>
        <Menu
          className="why"
          align="end"
          label={t({ zh: `${clock.title.zh}：为什么是这个时间`, en: `${clock.title.en}: why due then` })}
          button={<span aria-hidden="true">ⓘ</span>}
        >
          {() => (
            <div className="why-panel">
              <p>{t(clock.why)}</p>
              <p className="who">
                {t({ zh: `责任：${owner}`, en: `Owner: ${owner}` })} · <span className="mono">{clock.clause}</span>
              </p>
            </div>
          )}
        </Menu>
      </div>
      <div className="t">{t(state.text)}</div>
      <div className="w">
        {clock.metAt ? (
          <>
            {clock.metBy && people[clock.metBy]} {format.instant(clock.metAt)}
            {clock.remark && <> · {t(clock.remark)}</>}
          </>
        ) : clock.cancelledAt ? (
          clock.cancelReason && t(clock.cancelReason)
        ) : (
          <>
            {remark ? t(remark) : t(since(clock))} → {format.instant(clock.dueAt)}
          </>
        )}
      </div>
      <progress className="bar" max={1} value={state.used} aria-hidden="true" />
    </div>
  )
}

const since = ({ explanation }: Clock): Text =>
  explanation.event
    ? { zh: `自${explanation.event.zh}起算`, en: `from ${explanation.event.en}` }
    : { zh: '起算', en: 'from the start' }
