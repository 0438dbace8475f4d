import { type CSSProperties, useId, useState } from 'react'
import { durationText } from '../../kernel/duration.ts'
import type { Text } from '../../kernel/text.ts'
import type { Clock } from '../answers.ts'
import { useFormat, useNow } from '../format.ts'
import { useT } from '../language.tsx'
import { Menu } from '../shell/menu.tsx'
import { cardsOf, clockState, shortLimit, sortClocks } from './clock-state.ts'

interface ClockStripProps {
  readonly clocks: readonly Clock[]
  readonly people: Readonly<Record<string, string>>
  readonly roleTitle: (role: string) => string
}

const WIDEST = 5
/** Cards in a row, so that no row stands almost empty: six are three and three. */
const columnsFor = (count: number): number => Math.ceil(count / Math.ceil(count / WIDEST))

/** The clocks of a record: those that count as cards, earliest first; those that were met as chips. Each has its reason. */
export function ClockStrip({ clocks, people, roleTitle }: ClockStripProps) {
  const t = useT()
  const [all, setAll] = useState(false)
  const now = useNow()
  // recurring work is planned ahead: of what has not begun only the next is of interest
  const begun = clocks.filter(clock => Date.parse(clock.openedAt) <= now)
  const coming = clocks
    .filter(clock => Date.parse(clock.openedAt) > now && !clock.metAt && !clock.cancelledAt)
    .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
  const { shown, past } = sortClocks([...begun, ...coming.slice(0, 1)])
  const { cards, chips } = cardsOf(shown)
  if (clocks.length === 0) return null
  const columns = cards.length > 0 ? columnsFor(cards.length) : 0
  const folded = all ? [...chips, ...past] : chips
  return (
    <section className="clocks-box" aria-label={t({ zh: '时限', en: 'Clocks' })}>
      {cards.length > 0 && (
        <div className={columns > 4 ? 'clocks dense' : 'clocks'} style={{ '--columns': columns } as CSSProperties}>
          {cards.map(clock => (
            <ClockCard key={clock.id} clock={clock} people={people} roleTitle={roleTitle} />
          ))}
        </div>
      )}
      {(chips.length > 0 || past.length > 0) && (
        <div className="row wrap clock-chips">
          {chips.length > 0 && (
            <span className="who">{t({ zh: `已完成 ${chips.length} 项`, en: `Done: ${chips.length}` })}</span>
          )}
          {folded.map(clock => (
            <ClockChip key={clock.id} clock={clock} people={people} roleTitle={roleTitle} />
          ))}
          {past.length > 0 && (
            <button type="button" className="link clocks-more" aria-expanded={all} onClick={() => setAll(!all)}>
              {all
                ? t({ zh: '收起以往的时限', en: 'Hide the past clocks' })
                : t({
                    zh: `以往的时限 ${past.length} 个`,
                    en: past.length === 1 ? '1 past clock' : `${past.length} past clocks`,
                  })}
            </button>
          )}
        </div>
      )}
    </section>
  )
}

interface OneClockProps extends Omit<ClockStripProps, 'clocks'> {
  readonly clock: Clock
}

/** A clock that is over, in a few words; opened, it says what a card says. */
function ClockChip({ clock, people, roleTitle }: OneClockProps) {
  const t = useT()
  const format = useFormat()
  const state = clockState(clock, useNow())
  const length = clock.metAt
    ? durationText(Date.parse(clock.metAt) - Date.parse(clock.explanation?.start ?? clock.openedAt))
    : null
  const words = state.kind === 'met' && length ? length : state.text
  return (
    <Menu
      className={`tag clock-chip ${state.tone}`}
      align="start"
      label={t({
        zh: `${clock.title.zh} ${words.zh}：为什么是这个时间`,
        en: `${clock.title.en} ${words.en}: why due then`,
      })}
      button={
        <>
          {t(clock.title)} <b>{t(words)}</b>
        </>
      }
    >
      {() => (
        <div className="why-panel">
          <p>
            <b>{t(state.text)}</b>
            {clock.metAt && (
              <span className="who">
                {' '}
                {clock.metBy && people[clock.metBy]} {format.instant(clock.metAt)}
              </span>
            )}
          </p>
          {clock.cancelReason && <p>{t(clock.cancelReason)}</p>}
          <Why clock={clock} people={people} roleTitle={roleTitle} />
        </div>
      )}
    </Menu>
  )
}

/** Why the clock ends when it ends, whose it is, and the clause that demands it. */
function Why({ clock, people, roleTitle }: OneClockProps) {
  const t = useT()
  const owner = (clock.ownerId && people[clock.ownerId]) || roleTitle(clock.ownerRole)
  return (
    <>
      <p>{t(clock.why)}</p>
      <p className="who">
        {t({ zh: `责任：${owner}`, en: `Owner: ${owner}` })} · <span className="mono">{clock.clause}</span>
      </p>
    </>
  )
}

function ClockCard({ clock, people, roleTitle }: OneClockProps) {
  const t = useT()
  const format = useFormat()
  const now = useNow()
  const titleId = useId()
  const state = clockState(clock, now)
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
              <Why clock={clock} people={people} roleTitle={roleTitle} />
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
