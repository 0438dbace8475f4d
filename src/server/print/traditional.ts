import { Converter } from 'opencc-js/cn2t'

const convert: (zh: string) => string = Converter({ from: 'cn', to: 'tw' })
const known = new Map<string, string>()

/** Traditional Chinese of our own wording; each sentence is converted once. */
export function traditional(zh: string): string {
  let found = known.get(zh)
  if (found === undefined) {
    found = convert(zh)
    known.set(zh, found)
  }
  return found
}
