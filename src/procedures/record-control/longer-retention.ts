import { z } from 'zod'
import type { Policy } from '../../kernel/policy.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { type Text, text } from '../../kernel/text.ts'
import { kindCode, longerKept, retentionByCode } from '../../vocabulary/retention.ts'
import { leastYears } from './register.ts'

type Value = typeof retentionByCode.default

/** A kind of record that may be kept longer. */
interface Kind {
  readonly title: Text
  /** Years that procedure and law ask of it already. */
  readonly least: number
}

/** Every record and form of the product by its code. A form is printed from its record, so that the record is kept for it. */
function kindsOf(procedures: readonly Procedure[]): ReadonlyMap<string, Kind> {
  return new Map(
    procedures.flatMap(({ record, forms }): [string, Kind][] => {
      if (!record.retention) return []
      const least = leastYears(record.retention)
      const line = (code: string, { zh, en }: Text): [string, Kind] => [
        code,
        { title: text(`${code} ${zh}`, `${code} ${en}`), least },
      ]
      return [line(record.series.prefix, record.title), ...forms.map(({ code, title }) => line(code, title))]
    }),
  )
}

/**
 * The policy by which the company keeps single kinds of record longer, with the kinds of the register to choose from. It is one more
 * reason beside those of procedure and law, of which the longest holds: nothing can be shortened by it.
 */
export function longerRetention(procedures: () => readonly Procedure[]): Policy<Value> {
  return {
    ...retentionByCode,
    // the procedures are listed only after this one is made
    get schema() {
      const kinds = kindsOf(procedures())
      const code = kindCode.meta({
        title: 'Record or form',
        'x-title': text('记录或表单', 'Record or form'),
        'x-options': Object.fromEntries([...kinds].map(([key, { title }]) => [key, title])),
        // for the form only: a value in force stays readable when a form is withdrawn
        enum: [...kinds.keys()],
      })
      return z.array(longerKept(code)).max(200)
    },
    refuses: value => {
      const kinds = kindsOf(procedures())
      for (const [at, { code, years }] of value.entries()) {
        const kind = kinds.get(code)
        if (!kind)
          return text(
            `质量记录清单中没有编号 ${code}，请从清单中选择。`,
            `The register of records has no ${code}: choose one of its lines.`,
          )
        if (value.findIndex(other => other.code === code) < at)
          return text(`${kind.title.zh}列了两次，请只保留一行。`, `${kind.title.en} stands there twice: keep one line.`)
        if (years < kind.least)
          return text(
            `${kind.title.zh}：程序或法规要求至少保存 ${kind.least} 年，请填 ${kind.least} 年以上。`,
            `${kind.title.en}: procedure or law asks for ${kind.least} years at least; enter no less.`,
          )
      }
      return null
    },
  }
}
