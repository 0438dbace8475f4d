/** What remains of a complaint once its matter is found out: what complaint.test.ts walks through on the pages. */
import type { Team } from './team.ts'

const QUESTIONS = [
  'suspected',
  'harmOrPotential',
  'death',
  'lifeThreatening',
  'permanentDamage',
  'intervention',
  'couldRecur',
  'cluster',
]

/** Takes an investigated complaint to where only its closing is left. */
export const answered = async (team: Team, id: string): Promise<void> => {
  const no = Object.fromEntries(QUESTIONS.map(question => [question, 'no']))
  const steps: readonly (readonly [who: string, verb: string, input: object])[] = [
    ['quality', 'screen-adverse-event', { ...no, rationale: '使用前发现，无伤害' }],
    ['quality', 'give-opinion', { opinion: '按核实结论处置', causeCategory: 'manufacturing', cause: '接头尺寸' }],
    ['quality-head', 'countersign-opinion', { agree: true }],
    ['sales', 'propose-responsibility', { responsibility: 'manufacturer', reason: '出厂问题' }],
    ['quality', 'decide-responsibility', { responsibility: 'manufacturer', reason: '与业务部判断一致' }],
    ['service-desk', 'record-contact', { content: '已告知处理结果', problem: '接头漏液' }],
    ['service-desk', 'solve', { solution: '已换另一批号' }],
    ['quality', 'reply', { reply: '已按核实结论处理完毕' }],
    ['service-desk', 'ask-satisfaction', { satisfaction: 'satisfied' }],
  ]
  for (const [who, verb, input] of steps) await team.does(who, `complaint.${verb}`, input, id)
}
