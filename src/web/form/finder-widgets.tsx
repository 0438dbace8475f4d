import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RecordPage } from '../answers.ts'
import { readQuery } from '../api.ts'
import { useT } from '../language.tsx'
import { useMeta } from '../meta.ts'
import { ChoiceList } from './choice-widgets.tsx'
import { Finder, type Found } from './finder.tsx'
import { besideValue, useFormScope, useValue, type WidgetProps } from './form-scope.tsx'
import { findDelivery, findListed, findLot, findParty, findPerson, findProduct, findRecord } from './look-up.ts'

interface ChosenProps extends WidgetProps {
  readonly find: (typed: string) => Promise<readonly Found[]>
  readonly placeholder: string
  readonly openEmpty?: boolean
  /** What is kept of a row: its id, or its name where the field takes free text. */
  readonly keep?: (found: Found) => string
  readonly mono?: boolean
  /** Procedure whose record is meant: one that the form opens with is asked for its name. */
  readonly procedure?: string | undefined
}

/** A field that holds one of the things that can be found; keeps the typed text where no record must be named. */
function Chosen({
  field,
  path,
  id,
  describedBy,
  invalid,
  find,
  placeholder,
  openEmpty,
  keep,
  mono,
  procedure,
}: ChosenProps) {
  const t = useT()
  const { labels, people } = useFormScope()
  const [value, set] = useValue(path)
  const kept = typeof value === 'string' ? value : ''
  const [typed, setTyped] = useState('')
  const chosen = kept !== '' && (labels[path] !== undefined || !field.free)
  const unnamed = chosen && procedure !== undefined && labels[path] === undefined && people[kept] === undefined
  const given = useQuery({ ...readQuery<RecordPage>(`${procedure}.record`, { id: kept }), enabled: unnamed }).data
  const said =
    given &&
    (procedure === 'party' || procedure === 'product'
      ? t(given.view.title)
      : `${given.record.number} ${t(given.view.title)}`)
  const name = labels[path] ?? people[kept] ?? said ?? (chosen ? t({ zh: '已选定', en: 'Chosen' }) : kept)
  return (
    <Finder
      id={id}
      text={kept === '' ? typed : name}
      chosen={chosen}
      find={find}
      free={field.free}
      placeholder={placeholder}
      openEmpty={openEmpty}
      mono={mono}
      invalid={invalid}
      required={field.required}
      describedBy={describedBy}
      onPick={found => set(keep ? keep(found) : found.id, found.name)}
      onType={text => {
        // Half a name is no choice: only fields that take free text keep it.
        setTyped(text)
        set(field.free && text !== '' ? text : undefined)
      }}
    />
  )
}

/** A customer, supplier or manufacturer. */
export function PartyWidget(props: WidgetProps) {
  const t = useT()
  const { free } = props.field
  return (
    <Chosen
      {...props}
      procedure="party"
      placeholder={
        free
          ? t({ zh: '名称、拼音首字母或电话；未建档的直接填写', en: 'Name, initials or telephone; or type a new name' })
          : t({ zh: '名称、拼音首字母或电话', en: 'Name, initials or telephone' })
      }
      find={typed => findParty(t, props.field.of ?? 'customer', typed)}
    />
  )
}

/** A product. */
export function ProductWidget(props: WidgetProps) {
  const t = useT()
  return (
    <Chosen
      {...props}
      procedure="product"
      placeholder={t({ zh: '名称、型号、注册证号或 UDI-DI', en: 'Name, model, registration number or UDI-DI' })}
      find={typed => findProduct(t, typed)}
    />
  )
}

/** A lot of the product that is chosen beside it, or that the record names; of any product where none is asked for. */
export function LotWidget(props: WidgetProps) {
  const t = useT()
  const scope = useFormScope()
  const productId = besideValue(scope, 'product', ['productId'])
  const free = props.field.free
  const ofAny = productId === null && !free && !scope.fields.some(field => field.widget === 'product')
  const placeholder = ofAny
    ? t({ zh: '批号或产品名称', en: 'Lot number or product' })
    : productId || free
      ? t({ zh: '批号', en: 'Lot number' })
      : t({ zh: '请先选择产品', en: 'Choose the product first' })
  return (
    <Chosen
      {...props}
      procedure={ofAny ? 'lot' : undefined}
      mono={!ofAny}
      openEmpty={productId !== null}
      placeholder={placeholder}
      find={async typed => {
        if (ofAny) return findRecord('lot', typed)
        return productId ? findLot(t, productId, typed) : []
      }}
      keep={found => (free ? found.name : found.id)}
    />
  )
}

/** A delivery to the customer that is chosen beside it, or that the record names. */
export function DeliveryWidget(props: WidgetProps) {
  const t = useT()
  const scope = useFormScope()
  const partyId = besideValue(scope, 'party', ['customerId', 'partyId'])
  const of = { productId: besideValue(scope, 'product', ['productId']), lotId: besideValue(scope, 'lot', ['lotId']) }
  return (
    <Chosen
      {...props}
      mono
      openEmpty={partyId !== null}
      placeholder={
        partyId
          ? t({ zh: '选择随货同行单', en: 'Choose a delivery note' })
          : t({ zh: '请先选择客户', en: 'Choose the customer first' })
      }
      find={async typed =>
        partyId ? (await findDelivery(t, { partyId, ...of })).filter(found => found.name.includes(typed)) : []
      }
    />
  )
}

/** A colleague; of the role that the field names. */
export function PersonWidget(props: WidgetProps) {
  const t = useT()
  const meta = useMeta()
  return (
    <Chosen
      {...props}
      openEmpty
      placeholder={t({ zh: '姓名或拼音首字母', en: 'Name or initials' })}
      find={typed => findPerson(role => t(meta.roles[role] ?? role), props.field.of, typed)}
    />
  )
}

/** Another record; `signal.complaints` offers what this read lists for the record at hand. */
export function RecordWidget(props: WidgetProps) {
  const t = useT()
  const { record } = useFormScope()
  const of = props.field.of
  if (of?.includes('.'))
    return (
      <Chosen
        {...props}
        openEmpty
        placeholder={t({ zh: '从列表中选择，或输入编号', en: 'Choose from the list, or type a number' })}
        find={typed => findListed(of, String(record.id), typed)}
      />
    )
  return (
    <Chosen
      {...props}
      procedure={props.field.of}
      placeholder={t({ zh: '编号或内容', en: 'Number or content' })}
      find={typed => findRecord(props.field.of, typed)}
    />
  )
}

/** A role of the company. */
export function RoleWidget(props: WidgetProps) {
  const { roles } = useMeta()
  const only = props.field.choices.map(choice => choice.value)
  const choices = Object.entries(roles).map(([value, title]) => ({ value, title }))
  return (
    <ChoiceList
      {...props}
      choices={only.length === 0 ? choices : choices.filter(({ value }) => only.includes(value))}
    />
  )
}
