import { type Text, text } from '../../kernel/text.ts'

/**
 * Time limits and contradictions of the requirements catalogue for which a company sets nothing, with the reason. All
 * others are settled by a policy that names them in its `rules`.
 */
export const WITHOUT_POLICY: Readonly<Record<string, Text>> = {
  TL27: text(
    '合同与客户登记长期保存并随时更新：不设年限，到期清单不列',
    'The registers of contracts and customers are kept for good: no years are set, and no disposal list names them',
  ),
  TL34: text(
    '投诉渠道的时限沿用投诉处理的各项参数（TL01–TL03、TL55–TL57）',
    'The complaint channel has the limits of complaint handling (TL01–TL03, TL55–TL57)',
  ),
  X26: text(
    '投诉种类与法定投诉标志并存，由登记时的分类决定，没有可设的数值',
    'Kinds of complaints and the legal flag stand side by side; the classification decides, nothing is set',
  ),
  X35: text(
    '库区分为待验、合格、发货、不合格、退货五类，是库位登记的固定类型',
    'Waiting, qualified, shipping, unqualified and return are fixed kinds of zones in the register of stores',
  ),
  X41: text(
    '法规引用是条款数据，注明现行有效的规定，不是公司可设的值',
    'References to law are data of the clauses and name what is in force; a company does not set them',
  ),
  X42: text(
    '向谁报告由器械所在市场的法规决定，没有选择余地',
    'The market of the device decides which authority is told; there is nothing to choose',
  ),
  X48: text(
    '追溯由批号、发货和购货方档案自动连接，没有可设的数值',
    'Lots, deliveries and parties are linked by the product itself; nothing is set',
  ),
}
