import { type Text, text } from '../../kernel/text.ts'

/** What must be done by different people, or by nobody else, in our own words; steps and chains name the rule that they obey. */
export const segregationRules: Readonly<Record<string, Text>> = {
  SG01: text(
    '没有售后负责人的派车单，运输员不得取货',
    'No driver collects without the order of the head of after-sales',
  ),
  SG02: text('退货入库须三人各自签字', 'Returned goods enter stock with three signatures of three people'),
  SG03: text('只有质量管理部能解除停售；业务与仓库不能', 'Quality alone lifts a hold; sales and warehouse cannot'),
  SG04: text('验收与入账须为两人', 'Goods are accepted by one person and booked by another'),
  SG05: text('发货与复核须为两人', 'Goods are picked by one person and checked by another'),
  SG06: text('质量管理部对入库和退货有否决权', 'Quality may refuse stock-in and returns'),
  SG07: text('销毁报告的编写与批准须为两人', 'A destruction report is written by one person and approved by another'),
  SG08: text('报损和超限特例只由总经理批准', 'The general manager alone approves write-offs and special cases'),
  SG09: text('质量审核与批准须为两人', 'Quality reviews, somebody else approves'),
  SG10: text('业务部门不得单独判定自己的投诉责任', 'Sales does not judge its own complaint alone'),
  SG11: text('奖罚的提出与批准须为两人，不得自评', 'Rewards and fines are proposed and approved by two people'),
  SG12: text('第三级整改由项目办公室批准，不由设备经理', 'The site office approves, not the equipment manager'),
  SG13: text('签名须由本人以全名作出', 'A signature is made by the person alone, under full name'),
  SG14: text('原始记录内容不得消除', 'The original content of a record is never erased'),
  SG15: text('自检、专检与主管检查须为三人', 'Own check, inspector’s and supervisor’s are three people'),
  SG16: text('合同原件由财务保管，业务留副本', 'Finance keeps contracts, business keeps copies'),
  SG17: text('性能验收合格后方可付款', 'Payment only after performance was accepted'),
  SG18: text('开箱须双方在场', 'Both sides are present at an unboxing'),
}

/** Rules that the kernel itself keeps for every procedure, with how. */
export const keptByKernel: Readonly<Record<string, Text>> = {
  SG13: text(
    '签名时重新验证本人密码或口令，姓名取自账号',
    'Signing asks for the credential again; the name comes from the account',
  ),
  SG14: text('更正只加不改，历史由数据库拒绝修改', 'Corrections are added; the database refuses to change the trail'),
}
