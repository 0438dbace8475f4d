import { type Text, text } from '../../kernel/text.ts'

/** Ways in which a person brings a letter to its reader. */
export const handOverWays = {
  post: text('邮寄', 'Post'),
  courier: text('快递', 'Courier'),
  fax: text('传真', 'Fax'),
  'in-person': text('当面交付', 'In person'),
  wecom: text('微信/企业微信', 'WeChat or WeCom'),
  telephone: text('电话宣读', 'Read out by telephone'),
  other: text('其他', 'Other'),
} as const satisfies Record<string, Text>

/** Ways that leave a paper with a number: it is asked for. */
export const DOCUMENTED: readonly string[] = ['post', 'courier']

/** Why a letter is printed and not mailed. */
export const printReasons = {
  'no-address': text('收件单位没有登记电子邮箱', 'The addressee has no e-mail address on file'),
  'bad-address': text('登记的电子邮箱格式不对', 'The e-mail address on file is no usable address'),
  'no-server': text('公司尚未设置发信服务器', 'The company has set up no mail server'),
  chosen: text('改为书面送达', 'It was decided to bring it on paper'),
} as const satisfies Record<string, Text>

/** Why an e-mail did not go out. */
export const failures = {
  'refused-address': text('对方邮件服务器拒收该邮箱地址', 'The mail server refused the address'),
  'refused-mail': text('邮件服务器拒收此邮件', 'The mail server refused the e-mail'),
  'refused-login': text('发信服务器拒绝了公司的账号', 'The mail server refused the account of the company'),
  unreachable: text('多次尝试都未能连上发信服务器', 'The mail server could not be reached, time and again'),
  'form-missing': text('随附的表单无法打印', 'The form that goes along could not be printed'),
  returned: text('邮件已被退回', 'The e-mail came back'),
} as const satisfies Record<string, Text>
export type Failure = keyof typeof failures

/** How one attempt came out. */
export const outcomes = {
  sent: text('已发出', 'Sent'),
  deferred: text('暂未成功，稍后重试', 'Not yet; tried again later'),
  failed: text('失败', 'Failed'),
  returned: text('被退回', 'Came back'),
} as const satisfies Record<string, Text>

/** States in which a letter waits to be printed and brought. */
export const TO_BRING = ['to-print', 'failed'] as const

/** Everybody who brings letters to customers and suppliers. */
export const LETTERS = [
  'quality',
  'quality-head',
  'after-sales',
  'after-sales-head',
  'sales',
  'sales-head',
  'sales-clerk',
  'sales-rep',
  'computer-room',
  'service-desk',
  'service-head',
  'case-handler',
  'purchasing',
  'management-representative',
] as const

const ADDRESS = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\.]+(\.[^\s@<>,;:"()[\]\\.]+)+$/

/** The address in the form that mail servers take, or null when there is none. */
export const usableAddress = (address: string | null | undefined): string | null => {
  const plain = address?.trim() ?? ''
  return plain.length <= 254 && ADDRESS.test(plain) ? plain : null
}
