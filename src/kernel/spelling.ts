import { pinyin } from 'pinyin-pro'

/** How a Chinese name is typed on a keyboard. */
export interface Spelling {
  /** First letters: 郑州市第七人民医院 → `zzsdqrmyy`. */
  readonly py: string
  /** Whole syllables without tones or blanks: `zhengzhoushidiqirenminyiyuan`. */
  readonly pinyin: string
}

/**
 * Spells a name in pinyin. Letters and digits stay (lower case), everything else is dropped, so that `B超` becomes `bc`.
 * Characters of several readings are read by the word in which they stand (重庆 → `cq`).
 */
export function spell(name: string): Spelling {
  const parts = pinyin(name.normalize('NFKC'), { type: 'all', toneType: 'none', v: true })
  let py = ''
  let whole = ''
  for (const { origin, pinyin: syllable, isZh } of parts) {
    const plain = (isZh ? syllable : origin).toLowerCase().replace(/[^a-z0-9]/g, '')
    whole += plain
    py += isZh ? plain.slice(0, 1) : plain
  }
  return { py, pinyin: whole }
}
