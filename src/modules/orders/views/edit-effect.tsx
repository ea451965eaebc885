import type { EffectProps } from '../../../kit/order/effect-props.ts'
import { FieldsetGroup, fieldId, messageOf, valueOf } from '../../../ui/fields.ts'
import { SubmitButton } from '../../../ui/frame.ts'
import { kitNamed } from '../effects/kits.ts'

/** One legal change of a point in fields of its own. */
export function EditEffect(props: EffectProps) {
  const { form, name, point, at } = props
  const kit = kitNamed(valueOf(form, `${name}.kind`))
  if (!kit) return null
  return (
    <FieldsetGroup id={fieldId(name)} label={kit.name} error={messageOf(form, name)}>
      <input type="hidden" name={`${name}.kind`} value={kit.kind} />
      <kit.Fields {...props} />
      <div class="pl-gap" />
      <SubmitButton kind="secondary" small name="change" value={`effect:remove:${point}:${at}`}>
        Убрать это изменение
      </SubmitButton>
    </FieldsetGroup>
  )
}
