import { longDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { counted } from '../../../kernel/plural.ts'
import type { EffectOf } from '../../../kit/order/effects.ts'
import type { EffectKit } from '../../../kit/order/parts.ts'
import { paths } from '../../../web/paths.ts'
import { extendCall } from './extend-call.ts'
import { ExtendCallFields, OpenCallFields } from './fields.tsx'
import { extendCallForm, extendCallValues, openCallForm, openCallValues } from './forms.ts'
import { openCall } from './open-call.ts'
import { extendCallSchema, openCallSchema } from './schemas.ts'

export const opening: EffectKit<EffectOf<'openCall'>> = {
  ...openCall,
  kind: 'openCall',
  name: 'Объявить приём заявок',
  count: (count) => (count === 1 ? 'приём заявок' : counted(count, 'приём заявок', 'приёма заявок', 'приёмов заявок')),
  headline: () => 'Будет объявлен приём заявок',
  icon: 'calendar',
  spoken: 12,
  applied: 7,
  schema: openCallSchema,
  form: openCallForm,
  values: openCallValues,
  begin: () => ({ callId: newId(), expertsPerApplication: '2', spreadLimit: '25' }),
  Fields: OpenCallFields,
  deed: (effect, _registers, ctx) => ({
    text: `Приём заявок «${effect.title}» с ${longDate(effect.opensOn)} до ${effect.closesAt} ${longDate(effect.closesOn)}`,
    href: paths.call({ territory: ctx.territory.code, call: effect.callId }),
  }),
}

export const extending: EffectKit<EffectOf<'extendCall'>> = {
  ...extendCall,
  kind: 'extendCall',
  name: 'Продлить приём заявок',
  count: () => 'продление приёма заявок',
  headline: () => 'Приём заявок продлится',
  icon: 'calendar',
  spoken: 13,
  applied: 8,
  schema: extendCallSchema,
  form: extendCallForm,
  values: extendCallValues,
  Fields: ExtendCallFields,
  deed: (effect, { calls }, ctx) => ({
    text: `Приём заявок «${calls.get(effect.callId)?.title ?? ''}» продлён до ${effect.closesAt} ${longDate(effect.closesOn)}`,
    href: paths.call({ territory: ctx.territory.code, call: effect.callId }),
  }),
}
