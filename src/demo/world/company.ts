import { type Text, text } from '../../kernel/text.ts'
import type { SiteRow } from '../../vocabulary/site.ts'
import { namedId } from './chance.ts'

/** The demo company. It does not exist; so do its customers, makers, products, certificates and telephone numbers. */
export const company: { readonly name: Text; readonly shortName: Text } = {
  name: text('河南知闰康医疗器械有限公司', 'Henan Zhirunkang Medical Devices Co., Ltd.'),
  shortName: text('知闰康', 'Zhirunkang'),
}

/** Its only site. */
export const site: Pick<SiteRow, 'id' | 'name' | 'address' | 'province' | 'city' | 'regionCode' | 'timeZone'> = {
  id: namedId('site', 'zhengzhou'),
  name: text('郑州总部', 'Zhengzhou headquarters'),
  address: text('河南省郑州市金水区闭环路88号知闰康大厦', '88 Bihuan Road, Jinshui, Zhengzhou, Henan'),
  province: '河南省',
  city: '郑州市',
  regionCode: '410105',
  timeZone: 'Asia/Shanghai',
}
