import type { Clause } from '../../../kernel/procedure.ts'
import { law } from './law.ts'

/** S12 5.8 (returns of contract customers) and S01 4.6 (returns after a confirmed complaint), in our own words. */
export const contractClauses = {
  'S01-4.6a': {
    zh: '核实不合格且该批未过有效期的，为购货企业办退货',
    en: 'If verified nonconforming and the batch has not expired, a return is processed for the buyer',
    source: 'S01 4.6',
    law: law('第106–107条'),
  },
  'S12-5.8.1a': {
    zh: '退换货：客户在《退货单》填品种、规格型号、数量、批号',
    en: 'Return/exchange: customer fills product type, model, quantity, batch on the return note',
    source: 'S12 5.8.1',
  },
  'S12-5.8.1b': {
    zh: '退换须先得业务经理批准，方可办理',
    en: 'It is executed after the business manager approves',
    source: 'S12 5.8.1',
  },
  'S12-5.8.1c': {
    zh: '批量退换货须总经理批准',
    en: 'Bulk returns need the general manager’s approval',
    source: 'S12 5.8.1',
  },
  'S12-5.8.2a': {
    zh: '质量原因退换：客户提供批号、规格，品质部检测同批留样',
    en: 'Quality-reason return: customer gives batch and specification; quality tests the retained sample of that batch',
    source: 'S12 5.8.2',
  },
  'S12-5.8.2b': {
    zh: '同批无问题：业务部解释，争取继续使用',
    en: 'Batch is good: business explains and tries to keep the goods in use',
    source: 'S12 5.8.2 a)',
  },
  'S12-5.8.2c': {
    zh: '客户坚持则填《退货单》，经理批准后办理',
    en: 'If the customer insists, return note, manager’s approval, then return/exchange',
    source: 'S12 5.8.2 a)',
  },
  'S12-5.8.2d': {
    zh: '确认有问题：填《退货单》经理批准后退换',
    en: 'Batch is bad: return note, manager’s approval, then executed',
    source: 'S12 5.8.2 b)',
  },
  'S12-5.8.2e': {
    zh: '业务部视成本决定是否运回',
    en: 'Business decides by cost whether to ship the goods back',
    source: 'S12 5.8.2',
  },
  'S12-5.8.2f': {
    zh: '决定不运回的，转入就地销毁',
    en: 'If not shipped back, the local destruction procedure runs',
    source: 'S12 5.8.2',
  },
  'S12-5.8.2g': {
    zh: '运回则放指定专用库位，由品质部按《不合格品控制程序》处理',
    en: 'If shipped back, goods go to the dedicated location and quality runs the nonconforming procedure on the batch',
    source: 'S12 5.8.2',
    law: law('第106条'),
  },
} as const satisfies Record<string, Clause>
