import { z } from 'zod'
import type { Json } from '../../kernel/json.ts'
import type { Policy } from '../../kernel/policy.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { joinText, type Text, text } from '../../kernel/text.ts'

/** A policy together with the procedure that declares it. */
export interface DeclaredPolicy {
  readonly procedure: Procedure
  readonly policy: Policy
}

/** All policies of the product; asked late, since the list of procedures holds this procedure too. */
export type DeclaredPolicies = () => readonly DeclaredPolicy[]

/** The policies that the procedures declare, in their order. */
export const declaredBy = (procedures: readonly Procedure[]): DeclaredPolicy[] =>
  procedures.flatMap(procedure => procedure.policies.map(policy => ({ procedure, policy })))

/** A policy by its key. */
export const policyOf = (declared: DeclaredPolicies, key: string): Policy | undefined =>
  declared().find(({ policy }) => policy.key === key)?.policy

const YES = text('是', 'yes')
const NO = text('否', 'no')

/** A value of a policy as people read it. */
export function shownValue(policy: Pick<Policy, 'options' | 'unit'> | undefined, value: Json): Text {
  if (typeof value === 'boolean') return value ? YES : NO
  if (Array.isArray(value)) return joinText(value.map(item => shownValue(policy, item)))
  const title = typeof value === 'string' ? policy?.options?.[value] : undefined
  if (title) return title
  const plain = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return policy?.unit ? text(`${plain} ${policy.unit.zh}`, `${plain} ${policy.unit.en}`) : text(plain, plain)
}

/** The JSON Schema of a policy's values. */
export const schemaOf = (policy: Policy): Readonly<Record<string, unknown>> => {
  const { $schema: _, ...schema } = z.toJSONSchema(policy.schema, { io: 'input', unrepresentable: 'any' })
  return JSON.parse(JSON.stringify(schema))
}

/** Which values a policy allows, in words. */
export function allowedValues(policy: Policy): Text {
  const schema = schemaOf(policy)
  if (Array.isArray(schema.enum))
    return joinText(
      schema.enum.map(value => shownValue(policy, value as Json)),
      text(' / ', ' / '),
    )
  if (schema.type === 'boolean') return text('是或否', 'yes or no')
  const { minimum, maximum } = schema
  const unit = policy.unit ?? text('', '')
  if (typeof minimum === 'number' && typeof maximum === 'number')
    return text(`${minimum}–${maximum} ${unit.zh}`.trim(), `${minimum}–${maximum} ${unit.en}`.trim())
  return text('符合该参数格式的值', 'a value of its kind')
}

/** Whether a policy may have the value; what the law sets can only be made stricter, and its bounds say so. */
export function refuseValue(policy: Policy, value: Json): Refusal | false {
  if (policy.schema.safeParse(value).success) return false
  const { title } = policy
  const allowed = allowedValues(policy)
  const law =
    policy.basis === 'law'
      ? text('该值由法规规定，只能更严。', ' The law sets it: it can only be stricter.')
      : text('', '')
  return refuse(
    'value-not-allowed',
    text(
      `“${title.zh}”不能这样设置，请填：${allowed.zh}。${law.zh}`,
      `"${title.en}" cannot have this value; choose: ${allowed.en}.${law.en}`,
    ),
    { field: 'value', clause: 'PL-bounds' },
  )
}
