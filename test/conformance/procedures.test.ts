/** What every procedure obeys; joining the registry buys these. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { AnyCommand } from '../../src/kernel/command.ts'
import type { Procedure } from '../../src/kernel/procedure.ts'
import { registry } from '../../src/kernel/registry.ts'
import type { Text } from '../../src/kernel/text.ts'
import { procedures } from '../../src/procedures/index.ts'
import { OUTSIDE, roleIds } from '../../src/vocabulary/role.ts'

const root = join(import.meta.dirname, '../..')
const all = registry(procedures)
const folder = (procedure: Procedure): string => join(root, 'src/procedures', procedure.name)
const shapeOf = (schema: z.ZodType): string[] => (schema instanceof z.ZodObject ? Object.keys(schema.shape) : [])

/** Every Text anywhere in a declaration. */
function textsIn(value: unknown, path: string, seen = new Set<unknown>()): { path: string; text: Text }[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return []
  seen.add(value)
  if (value instanceof z.ZodType || value instanceof URL) return []
  const keys = Object.keys(value)
  if (keys.includes('zh') && keys.includes('en')) return [{ path, text: value as Text }]
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`, seen))
}

test('there are procedures', () => {
  expect(procedures.length).toBeGreaterThan(0)
})

test('the folders and the registry are the same list', () => {
  const folders = globSync('src/procedures/*/procedure.ts', { cwd: root }).map(file => file.split('/')[2])
  expect(folders.sort()).toEqual(procedures.map(procedure => procedure.name).sort())
})

describe.each(procedures.map(procedure => [procedure.name, procedure] as const))('%s', (_, procedure) => {
  const states = Object.keys(procedure.record.states)

  test('has a README, a story and its schema', () => {
    expect(existsSync(join(folder(procedure), 'README.md'))).toBe(true)
    expect(globSync('*.story.test.ts', { cwd: folder(procedure) })).not.toEqual([])
    expect(existsSync(new URL('.', procedure.schema))).toBe(true)
  })

  test('speaks Chinese in Chinese and English in English', () => {
    const wrong = textsIn(procedure, procedure.name).filter(
      ({ text }) =>
        !text.zh.trim() || !text.en.trim() || /[\u4e00-\u9fff]/.test(text.en.replace(/[“"《（(].*?[”"》）)]/g, '')),
    )
    expect(wrong).toEqual([])
  })

  test.each(procedure.commands.map((command: AnyCommand) => [command.id, command] as const))(
    '%s is declared whole',
    (_, command) => {
      expect(command.record.name).toBe(procedure.name)
      expect(command.fulfils.length, 'names a clause').toBeGreaterThan(0)
      for (const clause of command.fulfils)
        expect(Object.keys(procedure.clauses), `${command.id} fulfils ${clause}`).toContain(clause)
      for (const role of command.by) expect([...roleIds, OUTSIDE], `${command.id} is done by ${role}`).toContain(role)
      if (command.from !== 'new') for (const state of command.from) expect(states).toContain(state)
      if (command.to) expect(states).toContain(command.to)
      if (command.from === 'new') expect(command.to, 'a new record has a first state').toBeTruthy()
      for (const fact of command.facts) expect(Object.keys(procedure.queries.facts)).toContain(fact)
      for (const find of command.find) expect(Object.keys(procedure.queries.finds)).toContain(find)
      if (command.sign?.chain) {
        const chain = procedure.chains.find(item => item.name === command.sign?.chain)
        const { step } = command.sign
        const signed = step === 'waiting' ? chain?.steps : chain?.steps.slice((step ?? 0) - 1, step)
        expect(signed?.length, `${command.id} signs a step of ${command.sign.chain}`).toBeGreaterThan(0)
        expect(signed?.flatMap(item => item.by)).toEqual(expect.arrayContaining([...command.by]))
      }
    },
  )

  test('every step has given/when/then tests that name it', () => {
    const tests = globSync('**/*.test.ts', { cwd: folder(procedure) })
      .filter(file => !file.includes('.story.'))
      .map(file => readFileSync(join(folder(procedure), file), 'utf8'))
      .join('\n')
    const sources = globSync('**/*.ts', { cwd: folder(procedure) }).filter(file => !file.includes('.test.'))
    const untested = procedure.commands.filter((command: AnyCommand) => {
      const verb = command.id.slice(command.id.indexOf('.') + 1)
      const declared = sources
        .map(file => readFileSync(join(folder(procedure), file), 'utf8'))
        .flatMap(source => [...source.matchAll(/export const (\w+)\s*=\s*\w+\(\s*'([\w-]+)'/g)])
        .find(match => match[2] === verb)
      return !(declared
        ? new RegExp(`\\b${declared[1]}\\b`).test(tests)
        : tests.includes(command.id) || tests.includes(`'${verb}'`))
    })
    expect(untested.map((command: AnyCommand) => command.id)).toEqual([])
  })

  test('every state can be reached and is left unless it is final', () => {
    const sources = globSync('**/*.ts', { cwd: folder(procedure) })
      .filter(file => !file.includes('.test.'))
      .map(file => readFileSync(join(folder(procedure), file), 'utf8'))
      .join('\n')
    const reached = new Set(procedure.commands.map((command: AnyCommand) => command.to))
    const unreached = states.filter(state => !reached.has(state) && !new RegExp(`to: [^,\\n]*'${state}'`).test(sources))
    expect(unreached).toEqual([])
    const left = new Set(
      procedure.commands.flatMap((command: AnyCommand) => (command.from === 'new' ? [] : [...command.from])),
    )
    const stuck = states.filter(state => !procedure.record.states[state]?.final && !left.has(state))
    expect(stuck).toEqual([])
  })

  test('clocks know clause, owner and policy', () => {
    const keys = all.policies.map(policy => policy.key)
    // the clock of a duty counts for the clause of the procedure that demands the work
    const known = [...Object.keys(procedure.clauses), ...all.procedures.flatMap(one => one.duties.map(it => it.clause))]
    for (const item of procedure.deadlines) {
      expect(known, `${item.name} counts for ${item.clause}`).toContain(item.clause)
      if (typeof item.owner === 'string') expect(roleIds).toContain(item.owner)
      expect(roleIds).toContain(item.escalatesTo)
      if (typeof item.policy === 'string') expect(keys).toContain(item.policy)
    }
  })

  test('defaults of policies are values that the policy allows', () => {
    for (const item of procedure.policies) {
      expect(item.schema.safeParse(item.default).success, `${item.key} = ${JSON.stringify(item.default)}`).toBe(true)
      expect(item.clauses.length, item.key).toBeGreaterThan(0)
    }
    expect(new Set(all.policies.map(item => item.key)).size).toBe(all.policies.length)
  })

  test('clauses name their source; what no control fulfils says so', () => {
    for (const [id, clause] of Object.entries(procedure.clauses)) {
      expect(clause.source, id).toBeTruthy()
      expect(clause.zh.trim() && clause.en.trim(), id).toBeTruthy()
      if (clause.law) expect(['verified-text', 'secondary', 'memory-to-verify']).toContain(clause.law.confidence)
      const acts = procedure.commands.some((command: AnyCommand) => command.fulfils.includes(id))
      const other =
        procedure.deadlines.some(item => item.clause === id) ||
        procedure.gates.some(item => item.clause === id) ||
        [...procedure.forms, ...procedure.ledgers, ...procedure.reports].some(item => item.fulfils.includes(id)) ||
        procedure.duties.some(item => item.clause === id)
      if (!acts && !other) expect('control' in clause, `${id}: give it a control, or control: null`).toBe(true)
    }
  })

  test('ledgers, forms, reports and duties hold together', () => {
    const columns = shapeOf(procedure.record.row)
    for (const ledger of procedure.ledgers) {
      for (const column of ledger.columns) expect(columns, `${ledger.name} shows ${column.key}`).toContain(column.key)
      for (const filter of ledger.filters) expect(columns).toContain(filter)
      expect(columns).toContain(ledger.orderedBy)
      for (const clause of ledger.fulfils) expect(Object.keys(procedure.clauses)).toContain(clause)
    }
    for (const fact of procedure.viewFacts) expect(Object.keys(procedure.queries.facts)).toContain(fact)
    for (const item of [...procedure.forms, ...procedure.reports])
      for (const clause of item.fulfils) expect(Object.keys(procedure.clauses)).toContain(clause)
    for (const duty of procedure.duties) expect(Object.keys(procedure.clauses)).toContain(duty.clause)
  })

  test('gates and reactions point to steps that exist', () => {
    const { facts, finds } = procedure.queries
    for (const gate of procedure.gates) {
      expect(all.command(gate.holds), gate.holds).toBeTruthy()
      expect(Object.keys(procedure.clauses), gate.name).toContain(gate.clause)
      expect(gate.guard ? gate.fact && gate.fact in facts : gate.check, `${gate.name} looks at something`).toBeTruthy()
      if (gate.find) expect(Object.keys(finds), gate.name).toContain(gate.find)
    }
    for (const reaction of procedure.on) {
      expect(all.command(reaction.on), reaction.on).toBeTruthy()
      expect(Object.keys(procedure.clauses), reaction.on).toContain(reaction.clause)
      if (reaction.find) expect(Object.keys(finds), reaction.on).toContain(reaction.find)
    }
  })

  test('what it is traced by are columns of its tables; guests take steps that are there', () => {
    const tables = [procedure.record.table, ...Object.values(procedure.record.children ?? {}).map(child => child.table)]
    for (const traced of procedure.record.traced ?? []) expect(tables).toContain(traced.table)
    for (const id of procedure.outside?.commands ?? []) {
      expect(all.command(id)?.record.name, id).toBe(procedure.name)
      expect(all.command(id)?.by, id).toContain(OUTSIDE)
    }
  })
})
