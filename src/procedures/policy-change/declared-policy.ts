import { z } from 'zod'
import type { Json } from '../../kernel/json.ts'
import type { Policy } from '../../kernel/policy.ts'
import { type PolicySchema, plainText, valueText } from '../../kernel/policy-value.ts'
import type { WrittenProcedure } from '../../kernel/procedure.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { joinText, type Text, text } from '../../kernel/text.ts'

/** A policy together with the written procedure that declares it; one that does not run yet sets it for later. */
export interface DeclaredPolicy {
  readonly procedure: WrittenProcedure
  readonly policy: Policy
}

/** All policies of the product; asked late, since the list of procedures holds this procedure too. */
export type DeclaredPolicies = () => readonly DeclaredPolicy[]

/** The policies that the procedures declare, in their order. */
export const declaredBy = (procedures: readonly WrittenProcedure[]): DeclaredPolicy[] =>
  procedures.flatMap(procedure => procedure.policies.map(policy => ({ procedure, policy })))

/** A policy by its key. */
export const policyOf = (declared: DeclaredPolicies, key: string): Policy | undefined =>
  declared().find(({ policy }) => policy.key === key)?.policy

/** The JSON Schema of a policy's values. */
export const schemaOf = (policy: Policy): PolicySchema => {
  const { $schema: _, ...schema } = z.toJSONSchema(policy.schema, { io: 'input', unrepresentable: 'any' })
  return JSON.parse(JSON.stringify(schema))
}

/** A value of a policy as people read it. */
export const shownValue = (policy: Policy | undefined, value: Json): Text =>
  policy ? valueText({ schema: schemaOf(policy), unit: policy.unit, options: policy.options }, value) : plainText(value)

/** Which values a policy allows, in words. */
export function allowedValues(policy: Policy): Text {
  const schema = schemaOf(policy)
  if (schema.enum)
    return joinText(
      schema.enum.map(value => shownValue(policy, value)),
      text(' / ', ' / '),
    )
  if (schema.type === 'boolean') return text('是或否', 'yes or no')
  const { minimum, maximum } = schema
  const unit = policy.unit ?? text('', '')
  if (typeof minimum === 'number' && typeof maximum === 'number')
    return text(`${minimum}–${maximum} ${unit.zh}`.trim(), `${minimum}–${maximum} ${unit.en}`.trim())
  if (schema.type === 'array' && schema.items?.enum)
    return joinText(
      schema.items.enum.map(value => plainTitle(policy, value)),
      text('、', ', '),
    )
  return text('符合该参数格式的值', 'a value of its kind')
}

const plainTitle = (policy: Policy, value: Json): Text => policy.options?.[String(value)] ?? plainText(value)

/** Whether a policy may have the value; what the law sets can only be made stricter, and its bounds say so. */
export function refuseValue(policy: Policy, value: Json): Refusal | false {
  const parsed = policy.schema.safeParse(value)
  const { title } = policy
  if (parsed.success) {
    const reason = policy.refuses?.(parsed.data)
    return reason ? refuse('value-not-allowed', reason, { field: 'value', clause: 'PL-bounds' }) : false
  }
  const allowed = allowedValues(policy)
  const law =
    policy.basis === 'law'
      ? text('该值由法规规定，只能更严。', ' The law sets it: it can only be stricter.')
      : text('', '')
  const at = parsed.error.issues[0]?.path ?? []
  return refuse(
    'value-not-allowed',
    text(
      `“${title.zh}”不能这样设置，请填：${allowed.zh}。${law.zh}`,
      `"${title.en}" cannot have this value; choose: ${allowed.en}.${law.en}`,
    ),
    { field: ['value', ...at.map(String)].join('.'), clause: 'PL-bounds' },
  )
}
