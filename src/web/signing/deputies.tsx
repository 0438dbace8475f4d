import { useState } from 'react'
import { type Text, text } from '../../kernel/text.ts'
import { type AbsenceKind, absenceKinds } from '../../vocabulary/absence.ts'
import type { CommandMeta, Json, RecordPage } from '../answers.ts'
import { useRead } from '../api.ts'
import { serverNow } from '../connection.ts'
import { useFormat } from '../format.ts'
import { useT } from '../language.tsx'
import { useMeta, useProcedure } from '../meta.ts'
import { RareActDialog } from '../record/rare-acts.tsx'
import { Bones } from '../state/loading.tsx'
import '../record/record.css'

/** A delegation as `person.deputies` tells it. */
interface Delegated {
  readonly id: string
  readonly toName: string
  readonly ofName?: string
  readonly roles: readonly string[]
  readonly fromDay: string
  readonly untilDay: string
  readonly reason: string
  readonly endedAt: string | null
}

interface Away {
  readonly id: string
  readonly kind: AbsenceKind
  readonly fromDay: string
  readonly untilDay: string
  readonly note: string | null
  readonly endedAt: string | null
}

/** Answer of `GET /api/read/person.deputies`. */
interface DeputiesAnswer {
  readonly given: readonly Delegated[]
  readonly held: readonly Delegated[]
  readonly away: readonly Away[]
}

interface Act {
  readonly command: string
  readonly fill?: Readonly<Record<string, Json>>
}

interface DeputiesProps {
  /** The record of whoever is signed in. */
  readonly page: RecordPage
  readonly again: () => Promise<{ readonly data?: RecordPage | undefined }>
}

/** Who holds my roles while I am away, for whom I stand in, and the steps to change that. */
export function Deputies({ page, again }: DeputiesProps) {
  const t = useT()
  const format = useFormat()
  const { roles } = useMeta()
  const procedure = useProcedure('person')
  const { data } = useRead<DeputiesAnswer>('person.deputies')
  const [act, setAct] = useState<Act | null>(null)
  const today = format.day(new Date(serverNow()).toISOString())
  const titles = (list: readonly string[]) => list.map(role => t(roles[role] ?? role)).join(t(text('、', ', ')))
  const lasts = (row: { readonly untilDay: string; readonly endedAt: string | null }) =>
    row.endedAt === null && row.untilDay >= today
  const command = procedure?.commands.find(item => item.id === act?.command)
  const own = page.record.roles as readonly string[]
  const may = (id: string) => page.can[id] === null
  const given = data?.given.filter(lasts) ?? []
  const held = data?.held.filter(lasts) ?? []
  const away = data?.away.filter(lasts) ?? []
  return (
    <>
      <section className="card sec" aria-labelledby="away-title">
        <h2 id="away-title">{t(text('不在岗与代理', 'Away, and who stands in'))}</h2>
        {!data ? (
          <Bones rows={3} />
        ) : (
          <>
            {away.length + given.length === 0 && (
              <p className="sub">
                {t(
                  text(
                    '您在岗，没有委托出去的角色。出差、休假前先登记，签字就不会等您。',
                    'You are here and delegate nothing. Note an absence before you leave, so that no signature waits for you.',
                  ),
                )}
              </p>
            )}
            <ul className="signs deputies">
              {away.map(row => (
                <li key={row.id}>
                  <div className="row wrap sign-row">
                    <b>{t(absenceKinds[row.kind])}</b>
                    <Days row={row} today={today} />
                    <span className="sp" />
                    <button type="button" className="link" onClick={() => setAct({ command: 'person.end-absence' })}>
                      {t(text('提前返岗', 'I am back'))}
                    </button>
                  </div>
                  {row.note && <div className="who">{row.note}</div>}
                </li>
              ))}
              {given.map(row => (
                <li key={row.id}>
                  <div className="row wrap sign-row">
                    <span>{t(text(`由 ${row.toName} 代行`, `${row.toName} stands in`))}</span>
                    <Days row={row} today={today} />
                    <span className="sp" />
                    <button
                      type="button"
                      className="link"
                      onClick={() => setAct({ command: 'person.end-delegation', fill: { delegationId: row.id } })}
                    >
                      {t(text('终止', 'End'))}
                    </button>
                  </div>
                  <div className="who">
                    {titles(row.roles)} · {row.reason}
                  </div>
                </li>
              ))}
            </ul>
            <div className="row wrap deputy-acts">
              {may('person.note-absence') && (
                <button type="button" className="btn p" onClick={() => setAct({ command: 'person.note-absence' })}>
                  {t(text('登记不在岗', 'Note an absence'))}
                </button>
              )}
              {may('person.delegate') && own.length > 0 && (
                <button type="button" className="btn" onClick={() => setAct({ command: 'person.delegate' })}>
                  {t(text('委托角色', 'Delegate roles'))}
                </button>
              )}
            </div>
          </>
        )}
      </section>
      {held.length > 0 && (
        <section className="card sec" aria-labelledby="held-title">
          <h2 id="held-title">{t(text('我代行的', 'For whom I stand in'))}</h2>
          <ul className="signs deputies">
            {held.map(row => (
              <li key={row.id}>
                <div className="row wrap sign-row">
                  <span>{t(text(`代 ${row.ofName}`, `for ${row.ofName}`))}</span>
                  <Days row={row} today={today} />
                </div>
                <div className="who">
                  {titles(row.roles)} · {row.reason}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {act && command && (
        <RareActDialog
          key={`${act.command}${JSON.stringify(act.fill ?? {})}`}
          step={{ command: withOwnRoles(command, own), refusal: page.can[act.command] ?? null }}
          page={{ ...page, fill: { ...page.fill, [act.command]: { ...page.fill[act.command], ...act.fill } } }}
          reload={async () => (await again()).data?.record.version ?? null}
          close={() => setAct(null)}
          onDone={() => setAct(null)}
        />
      )}
    </>
  )
}

/** From when until when, and whether it is to come. */
function Days({
  row,
  today,
}: {
  readonly row: { readonly fromDay: string; readonly untilDay: string }
  readonly today: string
}) {
  const t = useT()
  const days: Text = text(`${row.fromDay} 至 ${row.untilDay}`, `${row.fromDay} to ${row.untilDay}`)
  return (
    <>
      <span className="num">{t(days)}</span>
      {row.fromDay > today && <span className="tag">{t(text('未开始', 'to come'))}</span>}
    </>
  )
}

/** The step with only the person's own roles to choose from. */
function withOwnRoles(command: CommandMeta, own: readonly string[]): CommandMeta {
  const list = command.schema.properties?.roles
  if (!list?.items) return command
  const items = { ...list.items, enum: own }
  return {
    ...command,
    schema: { ...command.schema, properties: { ...command.schema.properties, roles: { ...list, items } } },
  }
}
