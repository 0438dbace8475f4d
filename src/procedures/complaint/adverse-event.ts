import { type Text, text } from '../../kernel/text.ts'
import type { AdverseEventClass, Answer } from './taxonomy.ts'

/** Where a rule comes from and how sure we are of its text. */
export interface Authority {
  readonly rule: string
  readonly article: Text
  readonly confidence: 'verified-text' | 'secondary' | 'memory-to-verify'
}

const article = (rule: string, zh: string, en: string): Authority => ({
  rule,
  article: text(`1号令 ${zh}`, `Order No. 1, ${en}`),
  confidence: 'verified-text',
})

/** The questions of the screen, in the order in which they are asked. */
export const adverseEventQuestions = {
  suspected: {
    title: text('是否怀疑与该器械有关（可疑即报）', 'Is a connection with the device suspected?'),
    authority: article('CN-AE-003', '第17条', 'art. 17'),
  },
  harmOrPotential: {
    title: text('正常使用下是否发生了伤害，或可能发生伤害', 'Did harm occur under normal use, or could it?'),
    authority: article('CN-AE-004', '第4条', 'art. 4'),
  },
  death: {
    title: text('是否导致死亡', 'Did it lead to death?'),
    authority: article('CN-AE-003', '第25条第2款', 'art. 25(2)'),
  },
  lifeThreatening: {
    title: text('是否危及生命', 'Was life endangered?'),
    authority: article('CN-AE-004', '第4条', 'art. 4'),
  },
  permanentDamage: {
    title: text(
      '是否造成机体功能永久性伤害或结构永久性损伤',
      'Was a body function impaired or a body structure damaged for good?',
    ),
    authority: article('CN-AE-004', '第4条', 'art. 4'),
  },
  intervention: {
    title: text('是否必须采取医疗措施才能避免上述永久伤害', 'Was treatment needed to prevent such lasting harm?'),
    authority: article('CN-AE-004', '第4条', 'art. 4'),
  },
  couldRecur: {
    title: text(
      '若再次发生，是否可能导致死亡或严重伤害',
      'If it happened again, could it lead to death or serious injury?',
    ),
    authority: article('CN-AE-004', '第25条第2款', 'art. 25(2)'),
  },
  cluster: {
    title: text(
      '是否在一定时间、区域内有多人受到同一器械伤害（群体事件）',
      'Were several people harmed by the same device in one area and time (cluster)?',
    ),
    authority: article('CN-AE-011', '第31条', 'art. 31'),
  },
} as const satisfies Record<string, { title: Text; authority: Authority }>

export type AdverseEventQuestion = keyof typeof adverseEventQuestions
export type AdverseEventAnswers = Readonly<Record<AdverseEventQuestion, Answer>>

/** What the rules make of the answers. */
export type AdverseEventOutcome =
  | {
      readonly outcome: 'reportable'
      readonly class: AdverseEventClass
      readonly cluster: boolean
      readonly authority: Authority
    }
  | { readonly outcome: 'not-reportable'; readonly authority: Authority }
  | { readonly outcome: 'undecided'; readonly because: Text; readonly open: readonly AdverseEventQuestion[] }

/** Calendar days from the day of knowledge until the report must be in; the law's, so no company may set them. */
export const REPORT_DAYS: Readonly<Record<AdverseEventClass, number>> = {
  death: 7,
  serious: 20,
  'could-be-serious': 20,
}

/** Hours for the report of a cluster by telephone or fax, and for telling the holder of it (art. 31, 33). */
export const CLUSTER_HOURS = 12

/** Hours for the report of each single case of a cluster (art. 31). */
export const CLUSTER_CASE_HOURS = 24

/** The rule of law that sets the report's limit. */
export const reportAuthority = (eventClass: AdverseEventClass): Authority =>
  eventClass === 'death' ? adverseEventQuestions.death.authority : adverseEventQuestions.couldRecur.authority

const GRAVE: readonly AdverseEventQuestion[] = ['lifeThreatening', 'permanentDamage', 'intervention']

/**
 * Screens a complaint by 1号令. Suspicion is enough to report, so not knowing the cause never frees from reporting. "Not
 * reportable" needs every answer to be a plain no; whatever no rule covers goes to a named person.
 */
export function screenAdverseEvent(given: AdverseEventAnswers): AdverseEventOutcome {
  const cluster = given.cluster === 'yes'
  const unknown = (Object.keys(adverseEventQuestions) as AdverseEventQuestion[]).filter(
    question => given[question] === 'unknown',
  )
  const found = classFrom(given)
  if (given.suspected === 'no') {
    // Harm was reported, yet somebody rules the device out: that is a judgement, not a rule.
    if (found || cluster)
      return {
        outcome: 'undecided',
        because: text(
          '发生或可能发生伤害，却认为与器械无关：须由专人判定',
          'harm occurred or could, yet the device is held not to be involved: a named person decides',
        ),
        open: ['suspected'],
      }
    if (unknown.length > 0) return undecided(unknown)
    return { outcome: 'not-reportable', authority: adverseEventQuestions.suspected.authority }
  }
  if (found) {
    // A graver class or a cluster would shorten the limit, so these two must be known before a class is fixed.
    const graver = unknown.filter(question => question === 'cluster' || (question === 'death' && found !== 'death'))
    if (graver.length > 0) return undecided(graver)
    return { outcome: 'reportable', class: found, cluster, authority: reportAuthority(found) }
  }
  if (unknown.length > 0) return undecided(unknown)
  if (cluster)
    return {
      outcome: 'undecided',
      because: text(
        '属群体事件，但未说明伤害程度：须由专人判定',
        'a cluster whose degree of harm is not stated: a named person decides',
      ),
      open: ['cluster'],
    }
  if (given.harmOrPotential === 'yes')
    return {
      outcome: 'undecided',
      because: text(
        '有伤害或可能有伤害，但不符合死亡或严重伤害的条件：须由专人判定',
        'harm, or its possibility, that meets neither death nor serious injury: a named person decides',
      ),
      open: ['harmOrPotential'],
    }
  return { outcome: 'not-reportable', authority: adverseEventQuestions.harmOrPotential.authority }
}

/** What the rules said of the answers given, in words with the article; null before there are answers. */
export function ruleSaid(answers: Readonly<Record<string, string>> | null): Text | null {
  if (!answers) return null
  const result = screenAdverseEvent(answers as AdverseEventAnswers)
  if (result.outcome === 'undecided') return result.because
  const { article } = result.authority
  return text(`依据${article.zh}`, `by ${article.en}`)
}

function classFrom(given: AdverseEventAnswers): AdverseEventClass | null {
  if (given.death === 'yes') return 'death'
  if (GRAVE.some(question => given[question] === 'yes')) return 'serious'
  return given.couldRecur === 'yes' ? 'could-be-serious' : null
}

const undecided = (open: readonly AdverseEventQuestion[]): AdverseEventOutcome => ({
  outcome: 'undecided',
  because: text(
    `有 ${open.length} 个问题答“不清楚”，不能视为“否”：须由专人判定`,
    `${open.length} answer(s) "not known", which is not a no: a named person decides`,
  ),
  open,
})
