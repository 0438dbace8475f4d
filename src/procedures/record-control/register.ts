import type { AnyCommand } from '../../kernel/command.ts'
import type { PolicyBook } from '../../kernel/policy.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import type { Retention, RetentionRule } from '../../kernel/retention.ts'
import { joinText, type Text, text } from '../../kernel/text.ts'
import { type Custodian, companyYears, custodians } from '../../vocabulary/retention.ts'
import { roleTitle } from '../../vocabulary/role.ts'

/** What a line of the register is: the electronic record itself, a printed form, a ledger or a report. */
export const paperKinds = {
  record: text('电子记录', 'Record'),
  form: text('表单', 'Form'),
  ledger: text('台账', 'Ledger'),
  report: text('报表', 'Report'),
} as const satisfies Record<string, Text>

/** What a record is kept on. */
export const media: Readonly<Record<Retention['medium'], Text>> = {
  electronic: text('电子', 'electronic'),
  'electronic-and-paper': text('电子＋纸质', 'electronic and paper'),
}

/** One line of the register of records (质量记录清单). */
export interface RegisterLine {
  readonly procedure: string
  readonly procedureTitle: Text
  readonly kind: keyof typeof paperKinds
  /** Form number, or the prefix of the record's numbers; null where there is none. */
  readonly code: string | null
  readonly revision: string | null
  readonly name: string
  readonly title: Text
  readonly custodian: Text
  readonly medium: Text
  readonly fills: Text
  readonly signs: Text
  /** How long and from when, in words; null while the type declares none. */
  readonly kept: Text | null
  /** Which of procedure, company and law asks for the longest; null while the type declares none. */
  readonly decides: Text | null
  readonly rules: readonly RetentionRule[]
}

const STARTS: Readonly<Record<RetentionRule['from'], Text>> = {
  'record-closed': text('记录办结后', 'after the record is settled'),
  'device-expiry': text('产品有效期满后', 'after the device expires'),
  'certificate-expiry': text('注册证失效后', 'after the certificate ends'),
}

/** A rule in words: 产品有效期满后 2 年. */
export function ruleWords(rule: RetentionRule, years: number): Text {
  const only =
    rule.onlyFor === 'implant'
      ? text('植入类：', 'implants: ')
      : rule.onlyFor === 'no-expiry'
        ? text('无有效期的：', 'without an expiry date: ')
        : text('', '')
  if (rule.years === 'permanent') return text(`${only.zh}永久`, `${only.en}for ever`)
  const asked = rule.years === 'default' ? years : rule.years
  const start = STARTS[rule.from]
  return text(`${only.zh}${start.zh} ${asked} 年`, `${only.en}${asked} years ${start.en}`)
}

/** What each basis is called; of equal years the first is named, since nobody can change it. */
const BASES = {
  law: text('法规', 'the law'),
  procedure: text('程序', 'the procedure'),
  company: text('公司规定', 'the company'),
} as const satisfies Record<RetentionRule['basis'], Text>
const BASIS_ORDER = Object.keys(BASES) as RetentionRule['basis'][]

/** Rules that count from the closing of any record; the others depend on the goods of each. */
const counted = ({ rules }: Retention) =>
  rules.filter(rule => rule.from === 'record-closed' && !rule.onlyFor && rule.years !== 'permanent')

/** Years that procedure and law ask of every record of a kind. */
export const leastYears = (retention: Retention): number =>
  Math.max(0, ...counted(retention).map(rule => (typeof rule.years === 'number' ? rule.years : 0)))

/** Which basis asks for the longest, implants aside; several where it depends on the goods of each record. */
export function decides(retention: Retention, years: number): Text {
  const asked = ({ years: own }: RetentionRule) => (own === 'default' ? years : Number(own))
  const always = counted(retention)
  const longest = Math.max(0, ...always.map(asked))
  const rivals = retention.rules.filter(
    rule =>
      rule.years !== 'permanent' && !always.includes(rule) && (rule.from !== 'record-closed' || asked(rule) > longest),
  )
  const first = BASIS_ORDER.find(basis => always.some(rule => rule.basis === basis && asked(rule) === longest))
  const bases = BASIS_ORDER.filter(basis => basis === first || rivals.some(rule => rule.basis === basis))
  const { zh, en } = joinText(
    bases.map(basis => BASES[basis]),
    text('、', ', '),
  )
  return bases.length > 1 || rivals.length > 0
    ? text(`${zh}中最长者，按每份记录计算`, `the longest of ${en}, for each record`)
    : text(zh, en)
}

const wordsOf = ({ rules }: Retention, years: number): Text => {
  const said = new Map(rules.map(rule => ruleWords(rule, years)).map(item => [item.zh, item]))
  return joinText([...said.values()], text('；', '; '))
}

const titles = (roles: Iterable<string>): Text => {
  const list = [...new Set(roles)].map(roleTitle)
  return list.length > 0 ? joinText(list, text('、', ', ')) : text('—', '—')
}

/** Ledgers and reports are computed from the records: nobody fills them in. */
const COMPUTED = { fills: text('系统汇总', 'computed'), signs: text('—', '—') }

/** Roles that make a record and take its steps; those of signatures stand apart. */
const filling = (commands: readonly AnyCommand[]): Text => {
  const made = commands.filter(command => command.from === 'new' && command.place !== 'none')
  return titles((made.length > 0 ? made : commands).flatMap(command => command.by))
}

const signing = ({ commands, chains }: Procedure): Text =>
  titles([
    ...commands.filter(command => command.sign && !command.sign.chain).flatMap(command => command.by),
    ...chains.flatMap(chain => chain.steps.flatMap(step => step.by)),
  ])

/** Every record type, form, ledger and report of the product, computed from what the procedures declare. */
export function registerOf(procedures: readonly Procedure[], policy: PolicyBook): RegisterLine[] {
  return procedures.flatMap(procedure => {
    const { record, forms, ledgers, reports } = procedure
    const { retention } = record
    const years = companyYears(procedure, policy)
    const shared = {
      procedure: procedure.name,
      procedureTitle: procedure.title,
      custodian: retention
        ? (custodians[retention.custodian as Custodian] ?? roleTitle(retention.custodian))
        : text('—', '—'),
      medium: retention ? media[retention.medium] : text('—', '—'),
      fills: filling(procedure.commands),
      signs: signing(procedure),
      kept: retention ? wordsOf(retention, years) : null,
      decides: retention ? decides(retention, years) : null,
      rules: retention?.rules ?? [],
    }
    const line = (
      kind: RegisterLine['kind'],
      name: string,
      title: Text,
      code: string | null,
      revision: string | null,
    ) => ({
      ...shared,
      kind,
      name,
      title,
      code,
      revision,
    })
    return [
      line('record', record.name, record.title, record.series.prefix, null),
      ...forms.map(item => line('form', item.id, item.title, item.code, item.revision)),
      ...ledgers.map(item => ({ ...line('ledger', item.name, item.title, null, null), ...COMPUTED })),
      ...reports.map(item => ({ ...line('report', item.name, item.title, null, null), ...COMPUTED })),
    ]
  })
}
