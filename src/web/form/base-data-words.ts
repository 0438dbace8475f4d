import { type Text, text } from '../../kernel/text.ts'
import type { CustomerKind, Locality } from '../../vocabulary/party.ts'
import type { DeviceClass } from '../../vocabulary/product.ts'

// The vocabulary's own tables stand beside schemas and pinyin, which no page should load for nine words.

/** What a customer is. */
export const customerKindWords: Readonly<Record<CustomerKind, Text>> = {
  hospital: text('医院', 'Hospital'),
  clinic: text('诊所', 'Clinic'),
  dealer: text('经销商', 'Dealer'),
  consumer: text('个人消费者', 'Consumer'),
}

/** Whether a party is in our own city. */
export const localityWords: Readonly<Record<Locality, Text>> = {
  local: text('本地', 'Local'),
  'out-of-town': text('外地', 'Out of town'),
}

/** Risk class of a device. */
export const deviceClassWords: Readonly<Record<DeviceClass, Text>> = {
  I: text('第一类', 'Class I'),
  II: text('第二类', 'Class II'),
  III: text('第三类', 'Class III'),
}
