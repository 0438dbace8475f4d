/** A corrected text in its parts: what stayed, what was struck, what stands instead. */
interface Struck {
  readonly before: string
  readonly was: string
  readonly now: string
  readonly after: string
}

const WORD = /[\p{Script=Latin}\p{N}._/-]/u

/**
 * Where two texts differ, so that only that part is struck through. Words and numbers are struck whole:
 * `报警 E12` against `报警 E21` strikes `E12`, not `12`. Texts with little in common are struck whole.
 */
export function struck(was: string, now: string): Struck {
  const a = [...was]
  const b = [...now]
  const shorter = Math.min(a.length, b.length)
  let head = 0
  while (head < shorter && a[head] === b[head]) head++
  let tail = 0
  while (tail < shorter - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  const inWord = (list: readonly string[], at: number): boolean =>
    WORD.test(list[at - 1] ?? ' ') && WORD.test(list[at] ?? ' ')
  while (head > 0 && (inWord(a, head) || inWord(b, head))) head--
  while (tail > 0 && (inWord(a, a.length - tail) || inWord(b, b.length - tail))) tail--
  if ((head + tail) * 3 < Math.max(a.length, b.length)) return { before: '', was, now, after: '' }
  return {
    before: a.slice(0, head).join(''),
    was: a.slice(head, a.length - tail).join(''),
    now: b.slice(head, b.length - tail).join(''),
    after: tail === 0 ? '' : a.slice(-tail).join(''),
  }
}
