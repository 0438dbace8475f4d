import type { Clause } from '../../kernel/procedure.ts'

/** What the after-sales procedure says about rewards and fines, in our own words. */
export const clauses = {
  'S02-5.0a': {
    zh: '建立奖罚办法，用于考核售后执行人员业绩',
    en: 'A reward and penalty scheme is kept to assess the staff who carry out after-sales',
    source: 'S02 五',
    control: null,
  },
  'S02-5.1a': {
    zh: '玩忽职守等造成经济损失：按情节与损失每月罚20—100元/人',
    en: 'Neglect, lax supervision, carelessness or serious dereliction that costs the company money: fine of 20–100 yuan a month per person by circumstances and loss',
    source: 'S02 5.1',
    control: null,
  },
  'S02-5.2a': {
    zh: '成绩突出者：公司组织有关部门评定，每月奖50—200元',
    en: 'Outstanding dutiful staff: bonus of 50–200 yuan a month after assessment organised by the company with departments concerned',
    source: 'S02 5.2',
    control: null,
  },
  'S02-5.3a': {
    zh: '售后科人员服务消费者表现突出：经营部每月评定，奖20—100元',
    en: 'After-sales staff with outstanding consumer service: bonus of 20–100 yuan, assessed monthly by the operating department',
    source: 'S02 5.3',
    control: null,
  },
} as const satisfies Record<string, Clause>
