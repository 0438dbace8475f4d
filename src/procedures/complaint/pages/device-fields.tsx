import type { Json } from '../../../kernel/json.ts'
import { Finder } from '../../../web/form/finder.tsx'
import { useFormScope } from '../../../web/form/form-scope.tsx'
import { findLot, findProduct } from '../../../web/form/look-up.ts'
import { useT } from '../../../web/language.tsx'

const asText = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

interface KnownOrTyped {
  readonly idPath: string
  readonly textPath: string
}

/** A value that is one of ours, kept by id, or a text as the caller says it. */
function useKnownOrTyped({ idPath, textPath }: KnownOrTyped) {
  const scope = useFormScope()
  const chosen = asText(scope.values[idPath]) !== ''
  return {
    scope,
    id: `${scope.id}-${idPath}`,
    error: scope.errors.get(idPath) ?? scope.errors.get(textPath),
    chosen,
    text: chosen ? (scope.labels[idPath] ?? asText(scope.values[textPath])) : asText(scope.values[textPath]),
    type: (typed: string) => {
      scope.set(idPath, undefined)
      scope.set(textPath, typed || undefined)
    },
  }
}

/** The product: found by name, initials, model or registration number, or as the caller names it. */
export function ProductField() {
  const t = useT()
  const { scope, id, error, chosen, text, type } = useKnownOrTyped({ idPath: 'productId', textPath: 'productName' })
  return (
    <div className="fld" data-path="productId">
      <label htmlFor={id} id={`${id}-label`}>
        {t({ zh: '产品', en: 'Product' })}
      </label>
      <Finder
        id={id}
        text={text}
        chosen={chosen}
        free
        invalid={error !== undefined}
        describedBy={error && `${id}-error`}
        placeholder={t({ zh: '名称、拼音、型号或注册证号', en: 'Name, initials, model or registration no.' })}
        find={typed => findProduct(t, typed)}
        onPick={found => {
          scope.set('productName', undefined)
          scope.set('productId', found.id, found.name)
        }}
        onType={type}
      />
      {error && (
        <p className="fault" id={`${id}-error`}>
          {t(error)}
        </p>
      )}
    </div>
  )
}

/** The lot: one of the product's, or a number as it is read out. */
export function LotField() {
  const t = useT()
  const { scope, id, error, chosen, text, type } = useKnownOrTyped({ idPath: 'lotId', textPath: 'lotNo' })
  const productId = asText(scope.values.productId)
  return (
    <div className="fld" data-path="lotId">
      <label htmlFor={id} id={`${id}-label`}>
        {t({ zh: '批号', en: 'Lot no.' })}
        <span className="optional">{t({ zh: '选填', en: 'optional' })}</span>
      </label>
      <Finder
        id={id}
        mono
        text={text}
        chosen={chosen}
        openEmpty={productId !== ''}
        free
        invalid={error !== undefined}
        describedBy={error && `${id}-error`}
        placeholder={t({ zh: '选择或直接填写', en: 'Choose or type' })}
        find={async typed => (productId ? findLot(t, productId, typed) : [])}
        onPick={found => {
          scope.set('lotNo', undefined)
          scope.set('lotId', found.id, found.name)
        }}
        onType={type}
      />
      {error && (
        <p className="fault" id={`${id}-error`}>
          {t(error)}
        </p>
      )}
    </div>
  )
}
