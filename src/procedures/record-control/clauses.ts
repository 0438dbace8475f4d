import type { Clause } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'

const law = (anchor: string) => ({ anchor, confidence: 'verified-text' }) as const
const GSP22 = law('医疗器械经营质量管理规范（2023年第153号）第22条')
const GSP23 = law('医疗器械经营质量管理规范（2023年第153号）第23条')
const GMP45 = law('医疗器械生产质量管理规范（2025年第107号）第45条')

/**
 * What the written procedure on records demands. The monthly batch record stands in `compilation`, the register of media in
 * `archive`, the marks of the document itself in `document`.
 */
export const clauses = {
  'S11-1a': {
    zh: '记录须有效、清晰、可识别、便于检索，作为体系运行与符合法规的证据',
    en: 'Records are in force, legible, identifiable and easily found: evidence of the system and of the law',
    source: 'S11 1',
    law: GSP22,
    control: text(
      '每条记录有唯一编号、状态、日志链；可按编号、单位、产品、批号、时间检索；打印件载明表单编号、版本、页码和校验码',
      'Each record has a number, a state and a chain of entries; it is found by number, party, product, lot and time; prints carry form number, revision, page and check code',
    ),
  },
  'S11-1b': {
    zh: '填写、收集、整理、存储、使用、处置六个环节都在管理之内',
    en: 'All six stages are under control: filling, collecting, sorting, storing, using, disposing',
    source: 'S11 1',
    law: GSP23,
    control: text(
      '填写由步骤和填写时限控制，收集整理由月度汇编，存储由归档介质登记和备份，使用有检索与日志，处置由处置清单审批',
      'Filling by steps and the entry window, collecting and sorting by the monthly compilation, storing by the register of media and backups, using by search and trail, disposing by the approved disposal list',
    ),
  },
  'S11-2a': {
    zh: '适用于质量体系要求的全部记录',
    en: 'It covers every record that the quality system asks for',
    source: 'S11 2',
  },
  'S11-4.1a': {
    zh: '综合办确定各类记录的保存期限',
    en: 'The general office fixes how long each kind of record is kept',
    source: 'S11 4.1',
    law: GSP23,
    control: text(
      '综合办提出、质量负责人批准：公司默认年限和个别记录延长的年限各为一项参数；程序和法规更长的，以最长者为准',
      'The general office proposes and the quality head approves: the company’s default and longer years of single kinds are a policy each; where procedure or law asks for more, the longest holds',
    ),
  },
  'S11-4.1b': {
    zh: '综合办指导、监督各部门的记录管理',
    en: 'The general office guides and supervises how departments manage records',
    source: 'S11 4.1',
  },
  'S11-4.2a': {
    zh: '生产部负责收集、整理生产过程记录',
    en: 'Production collects and sorts its production records',
    source: 'S11 4.2',
    law: GMP45,
    control: null,
  },
  'S11-4.3a': {
    zh: '各部门收集、整理并保管本部门的记录',
    en: 'Each department collects, sorts and keeps its own records',
    source: 'S11 4.3',
    control: text(
      '每类记录都有保管部门，由该部门按月汇编、签字',
      'Each kind of record has a department that keeps it, compiles it monthly and signs',
    ),
  },
  'S11-4.3b': {
    zh: '各部门编制本部门的记录模板',
    en: 'Each department drafts the templates of its own records',
    source: 'S11 4.3',
    lacks: text(
      '模板随产品发布，部门的修改意见尚不能在系统内编辑模板',
      'Templates come with the product; a department cannot yet edit them inside it',
    ),
  },
  'S11-5a': {
    zh: '记录能证明产品、项目、过程和服务的符合性与可追溯性，并用于持续改进',
    en: 'Records prove conformity and traceability of product, project, process and service, and feed improvement',
    source: 'S11 5 a)',
    control: text(
      '记录按批号、产品、单位、序列号串联追溯；报表由记录直接汇总',
      'Records are traced by lot, product, party and serial number; reports are computed from them',
    ),
  },
  'S11-5b': {
    zh: '原始数据（电子件、手写草稿）可追溯地留存',
    en: 'Raw data, electronic or handwritten, is kept so that it can be traced',
    source: 'S11 5 b)',
    law: law('医疗器械经营质量管理规范（2023年第153号）第23条'),
    control: text(
      '原始数据作为附件随步骤上传，SHA-256 记入日志并可核验',
      'Raw data is uploaded with its step; its SHA-256 stands in the trail and is verified',
    ),
  },
  'S11-5.1a': {
    zh: '记录尽量采用表格，名称表明用途，内容与活动相符',
    en: 'Records are forms where possible; the name tells the purpose, the content fits the activity',
    source: 'S11 5.1',
  },
  'S11-5.1b': {
    zh: '按活动设置填写项：操作日期、发生情况、操作人签名或盖章',
    en: 'Fields follow the activity: date, what happened, signature or seal of who did it',
    source: 'S11 5.1',
    control: text(
      '每一步记录服务器时间、办理人全名和所填内容；须签字的步骤再次验证密码',
      'Each step records the server’s time, the full name and what was entered; steps that are signed ask for the password again',
    ),
  },
  'S11-5.1c': {
    zh: '适用时由审核人签名或盖章',
    en: 'Where it applies the reviewer signs or seals',
    source: 'S11 5.1',
    control: text(
      '会签由各程序声明顺序和岗位，审核人与填写人不得为同一人',
      'Chains of signatures declare order and roles; reviewer and author differ',
    ),
  },
  'S11-5.1d': {
    zh: '更正用划改，原内容清晰可辨并签署',
    en: 'Errors are struck through so that the original stays legible, and signed',
    source: 'S11 5.1',
    law: GMP45,
    control: text(
      '更正保留原值，页面和表单上划线显示，注明更正人、时间和原因；日志只增不改',
      'A correction keeps the old value, struck through on page and form with who, when and why; the trail is append-only',
    ),
  },
  'S11-5.1.1a': {
    zh: '各部门填写本职责范围内的记录',
    en: 'Each department fills in the records of its own area',
    source: 'S11 5.1.1',
    control: text(
      '每一步声明可办理的岗位，其他岗位被拒并留痕',
      'Each step names its roles; others are refused, on record',
    ),
  },
  'S11-5.1.1b': {
    zh: '填写及时、准确、真实、完整、清晰，不得随意涂改',
    en: 'Entries are timely, accurate, true, complete and legible, never carelessly altered',
    source: 'S11 5.1.1 a)',
    law: GSP22,
    control: text(
      '必填项未填的步骤被拒；办理后只能更正，不能覆盖',
      'A step with a missing field is refused; afterwards an entry is corrected, never overwritten',
    ),
  },
  'S11-5.1.1c': {
    zh: '纸面填写只用黑色签字笔',
    en: 'On paper only a black signing pen is used',
    source: 'S11 5.1.1 b)',
    control: text(
      '电子记录不适用；打印的空白表单页脚印有此规则',
      'Not applicable to electronic records; printed blank forms carry the rule in their foot',
    ),
  },
  'S11-5.1.1d': {
    zh: '空格与勾选填全，无需填写的用“/”划去',
    en: 'All blanks and ticks are completed; what is not needed is struck with "/"',
    source: 'S11 5.1.1 c)',
    control: text(
      '必填项由步骤把关；记录办结后，表单上未发生的栏自动印“/”',
      'Steps insist on required fields; once a record is settled its empty boxes print "/"',
    ),
  },
  'S11-5.1.1e': {
    zh: '签名为本人中文全名，不得代签，不用缩写或编号',
    en: 'A signature is the person’s own full Chinese name; nobody signs for another, no initials or numbers',
    source: 'S11 5.1.1 d)',
    law: law('电子签名法（2019）第13条'),
    control: text(
      '签名须本人再次验证密码，姓名取自账号，表单印中文全名；授权代理人以本人姓名签并注明代谁',
      'Signing proves the credential again; the name comes from the account and prints in full; a deputy signs in the own name and says for whom',
    ),
  },
  'S11-5.1.1f': {
    zh: '不得提前或超期填写',
    en: 'Entries are made neither early nor late',
    source: 'S11 5.1.1 d)',
    law: GMP45,
    control: text(
      '未发生的时间被拒；超过填写时限的须说明原因，并在页面、台账、表单上标注“补记”',
      'A moment that has not come is refused; one beyond the entry window needs a reason and is marked as late on page, register and form',
    ),
  },
  'S11-5.1.1g': {
    zh: '多页记录标明页码',
    en: 'Records of several pages carry page numbers',
    source: 'S11 5.1.1 e)',
    control: text('每份打印件每页印“第 n 页 共 m 页”', 'Every page of every print says page n of m'),
  },
} as const satisfies Record<string, Clause>
