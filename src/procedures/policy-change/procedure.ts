import { ledger } from '../../kernel/ledger.ts'
import { type Procedure, procedure, type WrittenProcedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import type { RecordView, Section } from '../../kernel/view.ts'
import { givenFacts } from '../../vocabulary/given-fact.ts'
import { approval } from './approval.ts'
import { clauses } from './clauses.ts'
import { approvePolicyChange } from './commands/approve-policy-change.ts'
import { cancelPolicyChange } from './commands/cancel-policy-change.ts'
import { moveClocksPolicyChange } from './commands/move-clocks-policy-change.ts'
import { proposePolicyChange } from './commands/propose-policy-change.ts'
import { rejectPolicyChange } from './commands/reject-policy-change.ts'
import { withdrawPolicyChange } from './commands/withdraw-policy-change.ts'
import { type DeclaredPolicies, declaredBy, policyOf, shownValue } from './declared-policy.ts'
import { PolicyChange, type PolicyChangeRow, states } from './policy-change.ts'
import { queriesFor } from './queries.ts'
import { inForceOn } from './reports/in-force.ts'

const changesOf = (declared: DeclaredPolicies) =>
  ledger({
    name: 'changes',
    title: text('参数变更台账', 'Register of policy changes'),
    fulfils: ['PL-versions'],
    columns: [
      { key: 'number', title: text('编号', 'Number'), kind: 'code', width: 14, onScreen: true },
      { key: 'title', title: text('参数', 'Policy'), kind: 'line', width: 30, onScreen: true },
      { key: 'key', title: text('键', 'Key'), kind: 'code', width: 28, onScreen: false },
      { key: 'value', title: text('新值', 'New value'), kind: 'line', width: 12, onScreen: true },
      { key: 'was', title: text('原值', 'Value before'), kind: 'line', width: 12, onScreen: true },
      { key: 'state', title: text('状态', 'State'), kind: 'state', options: states, width: 10, onScreen: true },
      { key: 'effectiveOn', title: text('生效日期', 'Holds from'), kind: 'day', width: 12, onScreen: true },
      { key: 'proposedByName', title: text('提出人', 'Proposed by'), kind: 'line', width: 10, onScreen: true },
      { key: 'createdAt', title: text('提出时间', 'Proposed'), kind: 'instant', width: 18, onScreen: true },
      { key: 'decidedByName', title: text('决定人', 'Decided by'), kind: 'line', width: 10, onScreen: true },
      { key: 'decidedAt', title: text('决定时间', 'Decided'), kind: 'instant', width: 18, onScreen: false },
      { key: 'reason', title: text('理由', 'Reason'), kind: 'line', width: 40, onScreen: false },
    ],
    words: {
      value: row => shownValue(policyOf(declared, String(row.key)), row.value ?? null),
      was: row => shownValue(policyOf(declared, String(row.key)), row.was ?? null),
    },
    filters: ['state', 'key'],
    orderedBy: 'createdAt',
    views: [
      { name: 'waiting', title: text('待批准', 'Waiting'), filter: { state: ['proposed'] } },
      { name: 'all', title: text('全部', 'All'), filter: {} },
    ],
  })

const viewOf =
  (declared: DeclaredPolicies) =>
  (change: PolicyChangeRow): RecordView => {
    const policy = policyOf(declared, change.key)
    return {
      title: change.title,
      badges: [],
      subtitle: [change.key, change.proposedByName],
      sections: [
        {
          title: text('变更', 'Change'),
          facts: [
            { label: text('参数', 'Policy'), shown: { kind: 'text', value: change.title } },
            { label: text('原值', 'Value before'), shown: { kind: 'text', value: shownValue(policy, change.was) } },
            { label: text('新值', 'New value'), shown: { kind: 'text', value: shownValue(policy, change.value) } },
            { label: text('生效日期', 'Holds from'), shown: { kind: 'day', value: change.effectiveOn } },
            {
              label: text('在计时的时限', 'Running clocks'),
              shown: {
                kind: 'text',
                value: change.moveOpen
                  ? text('按新值更早到期的一并提前', 'those that end earlier move earlier')
                  : text('保持不变', 'stay as they are'),
              },
            },
            { label: text('提出人', 'Proposed by'), shown: { kind: 'line', value: change.proposedByName } },
            { label: text('理由', 'Reason'), shown: { kind: 'paragraph', value: change.reason }, wide: true },
          ],
        },
        ...(change.decidedAt === null ? [] : [decision(change)]),
      ],
    }
  }

/** How a change ended; nothing stands there before. */
const decision = (change: PolicyChangeRow): Section => ({
  title: text('决定', 'Decision'),
  facts: givenFacts([
    { label: text('决定人', 'Decided by'), shown: { kind: 'line', value: change.decidedByName } },
    { label: text('决定时间', 'Decided'), shown: { kind: 'instant', value: change.decidedAt } },
    { label: text('实际生效', 'In force since'), shown: { kind: 'instant', value: change.effectiveFrom } },
    { label: text('版本', 'Version'), shown: { kind: 'number', value: change.policyVersion } },
    { label: text('意见', 'Note'), shown: { kind: 'paragraph', value: change.decisionNote }, wide: true },
  ]),
})

/**
 * Changing what the procedures leave to the company. The list of procedures is asked late, because it holds this one too:
 *
 *     export const procedures: readonly Procedure[] = [complaint, …, policyChange(() => [...procedures, ...awaited])]
 */
export function policyChange(procedures: () => readonly WrittenProcedure[]): Procedure {
  const declared: DeclaredPolicies = () => declaredBy(procedures())
  return procedure({
    name: 'policy-change',
    title: text('参数管理', 'Policies'),
    noun: text('参数变更', 'policy change'),
    nouns: text('参数变更', 'Policy changes'),
    group: 'administration',
    source: [
      {
        id: 'GSP153',
        title: text('医疗器械经营质量管理规范（2023年第153号）', 'Good supply practice for devices (2023 No. 153)'),
      },
    ],
    record: PolicyChange,
    dependsOn: [],
    schema: new URL('./schema/', import.meta.url),
    clauses,
    policies: [],
    deadlines: [],
    duties: [],
    chains: [approval],
    commands: [
      proposePolicyChange(declared),
      approvePolicyChange(declared),
      rejectPolicyChange,
      withdrawPolicyChange,
      moveClocksPolicyChange,
      cancelPolicyChange,
    ],
    gates: [],
    on: [],
    queries: queriesFor(procedures),
    forms: [],
    ledgers: [changesOf(declared)],
    reports: [inForceOn(declared)],
    viewFacts: [],
    view: viewOf(declared),
  })
}
