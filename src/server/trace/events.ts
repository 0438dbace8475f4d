import { joinText, type Text, text } from '../../kernel/text.ts'
import { dayOf, type Zone } from '../../kernel/time.ts'
import { isZone, moveKinds, type Place, places, zoneTones, zoneTypes } from '../../vocabulary/stock.ts'
import type { PlaceWords, Trace, TracedMove, TraceEvent } from './trace.ts'

/** What every place is called, with the tone of its zone's mark. */
export const placeWords: PlaceWords = Object.fromEntries(
  (Object.keys(places) as Place[]).map(place => [
    place,
    { title: places[place], tone: isZone(place) ? zoneTones[zoneTypes[place].colour] : 'plain' },
  ]),
)

/** What happened, in time order: moves and deliveries by the day on their papers, records by their opening and their end. */
export function eventsOf(
  { moves, days, records, lots }: Pick<Trace, 'moves' | 'days' | 'records' | 'lots'>,
  zone: Zone,
): TraceEvent[] {
  const lotNo = new Map(lots.map(lot => [lot.id, lot.lotNo]))
  const several = lots.length > 1
  const moved = moves.map(
    (move): TraceEvent => ({
      day: move.happenedOn,
      at: dayOf(move.at, zone) === move.happenedOn ? move.at : null,
      sort: 'goods',
      title: moveKinds[move.kind],
      detail: wayOf(move, several ? lotNo.get(move.lotId) : undefined),
      quantity: move.quantity,
      party: move.partyName,
      document: move.document,
      record: move.cause,
      byName: move.byName,
    }),
  )
  const delivered = days.map(
    (day): TraceEvent => ({
      day: day.day,
      at: null,
      sort: 'delivery',
      title: text('发货', 'Delivered'),
      detail:
        day.parties === 1
          ? null
          : text(
              `${day.parties} 家客户，${day.notes} 张随货同行单`,
              `${day.parties} customers, ${day.notes} delivery notes`,
            ),
      quantity: day.quantity,
      party: day.partyName,
      document: day.note,
      record: null,
      byName: null,
    }),
  )
  const told = records.flatMap((record): TraceEvent[] => {
    const base = {
      sort: 'record' as const,
      quantity: null,
      party: null,
      document: null,
      record: { procedure: record.procedure, number: record.number },
      detail: record.title ? { zh: record.title, en: record.title } : null,
    }
    const opened: TraceEvent = {
      ...base,
      day: dayOf(record.createdAt, zone),
      at: record.createdAt,
      title: text(`${record.noun.zh}登记`, `${capital(record.noun.en)} registered`),
      byName: record.createdByName,
    }
    if (!record.ended) return [opened]
    const ended: TraceEvent = {
      ...base,
      day: dayOf(record.updatedAt, zone),
      at: record.updatedAt,
      title: joinText([record.noun, record.state], text('：', ': ')),
      byName: null,
    }
    return [opened, ended]
  })
  // The stable sort keeps what came in before what went out, and that before what came back, on a day without moments.
  const isIn = ({ from }: TracedMove): boolean => from === 'supplier' || from === 'counted' || from === 'waiting'
  const first = moved.filter((_, i) => isIn(moves[i] as TracedMove))
  const last = moved.filter((_, i) => !isIn(moves[i] as TracedMove))
  return [...first, ...delivered, ...last, ...told].sort(
    (a, b) => a.day.localeCompare(b.day) || (a.at ?? '').localeCompare(b.at ?? ''),
  )
}

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1)

const wayOf = ({ kind, from, to, warehouseName, note }: TracedMove, lotNo: string | undefined): Text => {
  const way = text(`${places[from].zh} → ${places[to].zh}`, `${places[from].en} → ${places[to].en}`)
  const plain = [lotNo, warehouseName, note].filter((word): word is string => Boolean(word))
  // Opening stock comes from nowhere.
  const parts = kind === 'open-stock' ? [] : [way]
  return joinText([...parts, ...plain.map(word => text(word, word))], text(' · ', ' · '))
}
