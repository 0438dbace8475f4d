import chineseDays from 'chinese-days'
import type { Text } from './text.ts'
import { addDays, type Day } from './time.ts'

/** Titles of the statutory holidays, in the words of the State Council. */
export const HOLIDAY = {
  newYear: { zh: '元旦', en: "New Year's Day" },
  spring: { zh: '春节', en: 'Spring Festival' },
  qingming: { zh: '清明节', en: 'Qingming Festival' },
  labour: { zh: '劳动节', en: 'Labour Day' },
  dragonBoat: { zh: '端午节', en: 'Dragon Boat Festival' },
  midAutumn: { zh: '中秋节', en: 'Mid-Autumn Festival' },
  national: { zh: '国庆节', en: 'National Day' },
} satisfies Record<string, Text>

/** The day of a lunar festival within the part of the year in which it can fall. */
const lunarDay = (name: string, from: Day, to: Day): Day | undefined =>
  chineseDays.getLunarFestivals(from, to).find(festival => festival.name.includes(name))?.date

const remembered = new Map<number, ReadonlyMap<Day, Text>>()

/**
 * The 13 days off that the law itself fixes for every year (全国年节及纪念日放假办法 第二条, as of 2025-01-01).
 * They hold before the State Council publishes a year; what it then adds, days moved between weekends (调休), is unknown.
 */
export function statutoryHolidays(year: number): ReadonlyMap<Day, Text> {
  const before = remembered.get(year)
  if (before) return before
  const days = new Map<Day, Text>()
  const add = (first: Day | undefined, count: number, title: Text): void => {
    if (first) for (let offset = 0; offset < count; offset++) days.set(addDays(first, offset), title)
  }
  const newYearOfMoon = lunarDay('春节', `${year}-01-20`, `${year}-02-21`)
  add(`${year}-01-01`, 1, HOLIDAY.newYear)
  add(newYearOfMoon && addDays(newYearOfMoon, -1), 4, HOLIDAY.spring)
  add(chineseDays.getSolarTermDate(year, 4, 'pure_brightness'), 1, HOLIDAY.qingming)
  add(`${year}-05-01`, 2, HOLIDAY.labour)
  add(lunarDay('端午节', `${year}-05-25`, `${year}-06-26`), 1, HOLIDAY.dragonBoat)
  add(lunarDay('中秋节', `${year}-09-05`, `${year}-10-10`), 1, HOLIDAY.midAutumn)
  add(`${year}-10-01`, 3, HOLIDAY.national)
  remembered.set(year, days)
  return days
}
