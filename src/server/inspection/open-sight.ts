import type { Kernel } from '../../kernel/kernel.ts'
import type { Actor, Sight } from '../../kernel/person.ts'
import { type Day, endOfDay, type Instant, startOfDay } from '../../kernel/time.ts'
import { inspectable } from '../../procedures/inspection/covered.ts'

/** Role of an inspector's account: it only reads, and only while an inspection is open for it. */
export const INSPECTOR = 'authority-inspector'

/** The open inspection of an account, as the database gives it. */
export interface OpenInspection {
  readonly id: string
  readonly wholeCompany: boolean
  readonly procedures: readonly string[]
  readonly from: Day
  readonly to: Day
  /** As PostgreSQL writes a moment in JSON, with its offset. */
  readonly until: string
}

/** Controlled documents in force belong to whatever an inspector looks at. */
const ALWAYS = 'document'

/** Nothing at all: an inspector for whom no inspection is open. */
const NOTHING: Sight = {
  inspectionId: '',
  procedures: [],
  from: '9999-12-31T00:00:00.000Z',
  to: '0001-01-01T00:00:00.000Z',
}

/** What an inspector may look at is read together with who he is, so that it costs no question of its own. */
export class Sights {
  readonly #kernel: Pick<Kernel, 'registry' | 'clock' | 'zone'>
  readonly #running: boolean

  constructor(kernel: Pick<Kernel, 'registry' | 'clock' | 'zone'>) {
    this.#kernel = kernel
    this.#running = kernel.registry.has('inspection')
  }

  /** Column `inspection` of a query over `person p`; `at` is the parameter with the moment. */
  column(at: string): string {
    if (!this.#running) return `${at}::timestamptz is null as inspection`
    return `(select json_build_object('id', i.id, 'wholeCompany', i.whole_company, 'procedures', i.procedures,
        'from', i.period_from, 'to', i.period_to, 'until', i.valid_until) from inspection i
      where i.account_id = p.id and i.state = 'open' and i.valid_from <= ${at}::timestamptz
        and i.valid_until > ${at}::timestamptz) as inspection`
  }

  now(): Instant {
    return this.#kernel.clock.now()
  }

  /** What the person may look at; nothing to add for everybody who is no inspector. */
  of(roles: readonly string[], inspection: OpenInspection | boolean | null): Pick<Actor, 'sight'> {
    if (!roles.includes(INSPECTOR)) return {}
    if (inspection === null || typeof inspection === 'boolean') return { sight: NOTHING }
    const { zone, registry } = this.#kernel
    const all = registry.procedures.map(({ name }) => name)
    const chosen = inspection.wholeCompany ? inspectable(all) : inspection.procedures.filter(name => registry.has(name))
    return {
      sight: {
        inspectionId: inspection.id,
        procedures: [...new Set([...chosen, ...(registry.has(ALWAYS) ? [ALWAYS] : [])])],
        from: startOfDay(inspection.from, zone),
        to: endOfDay(inspection.to, zone),
        until: new Date(inspection.until).toISOString(),
      },
    }
  }
}

/** Whether an inspection is open for this inspector. */
export const isOpen = (sight: Sight): boolean => sight.inspectionId !== ''
