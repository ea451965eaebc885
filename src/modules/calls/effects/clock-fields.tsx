import { z } from 'zod'
import { field } from '../../../kit/order/effect-fields.tsx'
import type { EffectProps } from '../../../kit/order/effect-props.ts'
import { TextField } from '../../../ui/fields.ts'
import { clock } from './open-call/inputs.ts'

/** Whose clock a form means. */
const clockOf = ({ regulation }: EffectProps) => regulation?.localTime ?? 'по местному времени'

/** What a clock on the wall of the territory shows, «09:00». */
export const hour = (given: { label: string; what: string; hint: (clock: string) => string }) =>
  field({
    stored: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    reads: clock(given.what),
    shown: (props, at) => (
      <TextField {...at} label={given.label} hint={given.hint(clockOf(props))} width={5} inputMode="numeric" autoComplete="off" />
    ),
  })
