/**
 * Numbers that are missing between the first and the last of each series and year: `TS-2026-00001` and `TS-2026-00003`
 * lack `TS-2026-00002`. Numbering has no gaps, so anything here is a fault.
 */
export function missingIn(numbers: readonly string[]): string[] {
  const series = Map.groupBy(numbers, number => number.slice(0, number.lastIndexOf('-')))
  return [...series].flatMap(([name, list]) => {
    const digits = list[0]?.slice(name.length + 1).length ?? 0
    const present = new Set(list.map(number => Number(number.slice(name.length + 1))).filter(Number.isInteger))
    const sorted = [...present].toSorted((one, other) => one - other)
    const [first, last] = [sorted[0], sorted.at(-1)]
    if (first === undefined || last === undefined) return []
    const lacking: string[] = []
    for (let at = first; at <= last; at += 1)
      if (!present.has(at)) lacking.push(`${name}-${String(at).padStart(digits, '0')}`)
    return lacking
  })
}
