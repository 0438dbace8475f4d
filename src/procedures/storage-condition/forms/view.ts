/** A reading on the month's sheet. */
export interface SheetReading {
  readonly number: string
  readonly day: string
  /** `09:30`; null for an extra one. */
  readonly windowFrom: string | null
  readonly measuredAt: string
  readonly temperature: number | null
  readonly humidity: number | null
  readonly timing: 'on-time' | 'late' | 'extra' | null
  readonly missed: boolean
  readonly outOfRange: boolean
  readonly reason: string | null
  readonly note: string | null
  readonly by: string
}

/** What was done about the store in the month, or read again. */
export interface SheetMeasure {
  readonly number: string
  readonly found: string
  readonly foundAt: string
  readonly happenedAt: string
  readonly what: string | null
  readonly temperature: number | null
  readonly humidity: number | null
  readonly by: string
}

/** One month of one store. */
export interface MonthSheet {
  readonly store: string | null
  readonly climate: string | null
  /** `2026-11`. */
  readonly month: string | null
  /** All days of the month up to the last that is over or has a reading. */
  readonly days: readonly string[]
  readonly windows: readonly { readonly from: string; readonly to: string }[]
  readonly temperatureFrom: number | null
  readonly temperatureTo: number | null
  readonly humidityFrom: number | null
  readonly humidityTo: number | null
  readonly instruments: readonly string[]
  readonly readings: readonly SheetReading[]
  readonly measures: readonly SheetMeasure[]
}

/** A month of which nothing is known: prints the blank sheet. */
export const EMPTY_SHEET: MonthSheet = {
  store: null,
  climate: null,
  month: null,
  days: [],
  windows: [
    { from: '09:30', to: '10:30' },
    { from: '15:30', to: '16:30' },
  ],
  temperatureFrom: null,
  temperatureTo: null,
  humidityFrom: null,
  humidityTo: null,
  instruments: [],
  readings: [],
  measures: [],
}
